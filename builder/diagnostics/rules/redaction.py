"""What a careful editor would mend: the structure of a sheet, its writing, people's privacy."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


class SectionAbsente(Rule):
    """Une section attendue manque

    **Ce que vérifie.** La fiche a ses neuf sections : Entreprise témoin, Objectifs, Contexte,
    Méthode, En pratique, Résultats, Facteurs clés de succès, Contraintes et limites, Outils et
    ressources. Un titre presque juste est montré avec le bon.
    **Pourquoi.** Un lecteur qui compare deux fiches cherche la même chose au même endroit ; les
    limites, surtout, manquent vite.
    **Exemple.** `## Résultat` au lieu de `## Résultats`, ou rien sur les contraintes.
    **Correction.** Ajoutez le titre et son texte. Si vous n’avez rien à en dire, dites-le en une
    phrase : c’est aussi une information.
    """

    code = "FP601"
    name = "section-absente"
    severity = Severity.AVERTISSEMENT
    message = "{what}"
    aide = "{cure}"


class SectionVide(Rule):
    """Un titre n’a pas de texte

    **Ce que vérifie.** Chaque titre est suivi d’un texte, d’une image, d’un tableau ou de
    sous-titres. Un commentaire `<!-- … -->` n’est montré à personne : il ne compte pas.
    **Pourquoi.** La page montrerait un titre, puis rien.
    **Exemple.** `## Résultats` suivi aussitôt de `## Facteurs clés de succès`.
    **Correction.** Écrivez le texte, ou effacez le titre.
    """

    code = "FP602"
    name = "section-vide"
    severity = Severity.AVERTISSEMENT
    message = "rien n’est écrit sous « {title} »"
    aide = "écrivez le texte de cette partie, ou effacez son titre"


class DebutSansTitre(Rule):
    """La fiche commence sans titre de section

    **Ce que vérifie.** Le premier texte, ou le premier bloc, a un titre au-dessus de lui.
    **Pourquoi.** Sans titre, ce texte n’est dans aucune section : ni le sommaire ni la page de
    l’entreprise ne le trouvent.
    **Exemple.** Un paragraphe avant le premier `##` ; un premier bloc avec `title = ""`.
    **Correction.** Donnez-lui un titre, le plus souvent « Entreprise témoin ».
    """

    code = "FP603"
    name = "debut-sans-titre"
    severity = Severity.AVERTISSEMENT
    message = "ce texte vient avant le premier titre de section"
    aide = "{cure}"


class SautDeTitre(Rule):
    """Un titre saute un niveau

    **Ce que vérifie.** Un titre est au plus d’un niveau sous celui qui le précède : `###` sous
    `##`, `titlelevel = "3"` sous `"2"`.
    **Pourquoi.** Une personne qui écoute la page se déplace de titre en titre ; un niveau sauté
    lui fait croire qu’elle a manqué quelque chose.
    **Exemple.** `#### Les bacs` juste sous `## Méthode`.
    **Correction.** Remontez le titre au niveau que le message donne.
    """

    code = "FP604"
    name = "saut-de-titre"
    severity = Severity.AVERTISSEMENT
    message = "« {title} » est un titre de niveau {level} sous un titre de niveau {above}"
    aide = "{cure}"


class GrasEnTitre(Rule):
    """Un paragraphe en gras sert de titre

    **Ce que vérifie.** Un paragraphe court n’est pas tout entier en gras, seul sur sa ligne.
    **Pourquoi.** L’œil y voit un titre ; le sommaire, la recherche et un lecteur d’écran n’y
    voient qu’un paragraphe.
    **Exemple.** `**1/ Phase préparatoire :**` sur une ligne à elle.
    **Correction.** Écrivez `### Phase préparatoire`. Des mots en gras au début d’une phrase
    restent permis.
    """

    code = "FP605"
    name = "gras-en-titre"
    severity = Severity.INFO
    message = "le paragraphe « {title} », tout en gras, a l’air d’un titre"
    aide = "écrivez `### {title}` si c’en est un"


class TableauSansEntete(Rule):
    """Un tableau n’a pas d’en-têtes

    **Ce que vérifie.** La première ligne d’un tableau nomme ses colonnes.
    **Pourquoi.** Sans en-têtes, une personne qui écoute le tableau ne sait pas ce que dit chaque
    case.
    **Exemple.** Un tableau dont la première ligne est `| | |`, un `<table>` sans `<th>`, un
    `bloc-table` avec `tableheadings = []`.
    **Correction.** Nommez les colonnes : `| Année | Tonnes |`.
    """

    code = "FP606"
    name = "tableau-sans-entete"
    severity = Severity.AVERTISSEMENT
    message = "les colonnes de ce tableau n’ont pas de nom"
    aide = "{cure}"


class DescriptionTropLongue(Rule):
    """La description est trop longue

    **Ce que vérifie.** `description` tient en 160 signes, espaces compris.
    **Pourquoi.** Les moteurs de recherche coupent ce qui dépasse, et les cartes de la liste
    perdent leur alignement.
    **Exemple.** Trois phrases là où une suffit.
    **Correction.** Gardez une phrase : ce que le lecteur y gagne. Le reste va dans le texte.
    """

    code = "FP611"
    name = "description-trop-longue"
    severity = Severity.AVERTISSEMENT
    message = "la description fait {count} signes : {over} de trop"
    aide = "raccourcissez-la à 160 signes ; ce qui dépasse est souligné"


class DateRelative(Rule):
    """Une date dépend du jour où l’on lit

    **Ce que vérifie.** « il y a deux ans », « depuis un an », « l’an dernier », « cette année »,
    « récemment » ou « actuellement » ont une année auprès d’eux. Une durée (« il y a deux mois de
    délai »), une phrase qui s’adresse au lecteur et une citation ne sont pas concernées.
    **Pourquoi.** La fiche sera lue dans trois ans : ces mots seront devenus faux.
    **Exemple.** « Nous sommes société à mission (il y a deux ans). »
    **Correction.** Écrivez l’année : « depuis 2021 », « en 2022 ».
    """

    code = "FP612"
    name = "date-relative"
    severity = Severity.AVERTISSEMENT
    message = "« {words} » dépend du jour où l’on lit"
    aide = "écrivez l’année, par exemple « en 2024 » ou « depuis 2024 »"


class PrixSansAnnee(Rule):
    """Un prix n’a pas d’année

    **Ce que vérifie.** Un montant en euros a une année dans son paragraphe, sa ligne de liste, son
    tableau ou le titre au-dessus, ou bien le même montant est daté ailleurs dans la fiche. Un
    chiffre d’affaires ou un capital n’est pas un prix.
    **Pourquoi.** Les prix changent : sans année, le lecteur ne sait pas ce que vaut celui-ci.
    **Exemple.** « L’audit coûte 1 100 € par jour. »
    **Correction.** « L’audit coûte 1 100 € par jour (2022). »
    """

    code = "FP613"
    name = "prix-sans-annee"
    severity = Severity.AVERTISSEMENT
    message = "prix sans année : « {words} »"
    aide = "ajoutez l’année, par exemple « {words} (2024) »"


class CourrielPersonnel(Rule):
    """L’adresse de courriel d’une personne est en clair

    **Ce que vérifie.** Les textes ne donnent pas l’adresse d’une personne. Celle d’une fonction
    (`contact`, `accueil`, `rse`, `direction`, `communication`…) ou qui porte le nom de son domaine
    (`apnos@apnos.fr`) est permise.
    **Pourquoi.** Une adresse publiée est aspirée par des robots en quelques jours, et la personne
    aura changé de poste avant la fiche.
    **Exemple.** `jeanne.martin@exemple.fr`, ou un lien `mailto:` vers elle.
    **Correction.** Écrivez `jeanne.martin arobase exemple.fr` avec l’accord de la personne, ou
    donnez l’adresse d’une fonction.
    """

    code = "FP621"
    name = "courriel-personnel"
    severity = Severity.AVERTISSEMENT
    message = "l’adresse de courriel d’une personne est écrite en clair"
    aide = "écrivez « arobase » à la place de `@`, sans lien, ou donnez l’adresse d’une fonction"


class TelephoneEnClair(Rule):
    """Un numéro de téléphone est en clair

    **Ce que vérifie.** Les textes ne donnent pas de numéro français, fixe ou mobile. Les numéros
    de service (`0800`…) sont permis.
    **Pourquoi.** Un numéro publié reçoit du démarchage, et ne peut plus être repris.
    **Exemple.** Un numéro de mobile à la fin de « Outils et ressources ».
    **Correction.** Retirez-le, ou menez à la page de contact de la structure.
    """

    code = "FP622"
    name = "telephone-en-clair"
    severity = Severity.AVERTISSEMENT
    message = "un numéro de téléphone est écrit en clair"
    aide = "retirez-le, ou donnez à la place un lien vers la page de contact de la structure"
