"""The file itself, before anything in it is read."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


class FichierIllisible(Rule):
    """Le fichier ne peut pas être lu

    **Ce que vérifie.** Le fichier s’ouvre, et il est dans le dossier du contenu.
    **Pourquoi.** Une fiche illisible manquerait au site sans que personne le voie ; un raccourci
    pourrait publier un fichier de votre machine.
    **Exemple.** Un dossier nommé `tri.md`, un raccourci vers un fichier effacé.
    **Correction.** Vérifiez que le fichier existe et que vous avez le droit de le lire ; remplacez
    un raccourci par le fichier lui-même.
    """

    code = "FP001"
    name = "fichier-illisible"
    severity = Severity.ERREUR
    message = "le fichier ne peut pas être lu{detail}"
    aide = "{cure}"


class EncodageInconnu(Rule):
    """Le fichier n’est pas en UTF-8

    **Ce que vérifie.** Le texte est enregistré en UTF-8.
    **Pourquoi.** Dans un autre encodage, les accents sortiraient en signes étranges.
    **Exemple.** Une fiche enregistrée par un vieil éditeur en « Windows-1252 ».
    **Correction.** Dans votre éditeur : « Enregistrer sous », encodage « UTF-8 ».
    """

    code = "FP002"
    name = "encodage-inconnu"
    severity = Severity.ERREUR
    message = "le fichier n’est pas en UTF-8 ({detail})"
    aide = "réenregistrez-le en choisissant l’encodage UTF-8"


class FichierTropLourd(Rule):
    """Le fichier est trop lourd pour une fiche

    **Ce que vérifie.** Un fichier de fiche ou de témoin fait moins de 2 Mo, a moins de 5 000 lignes
    et marques de mise en forme s’il est long, et moins de 2 000 valeurs dans sa tête.
    **Pourquoi.** Une fiche pèse quelques kilo-octets ; au-delà, un autre fichier a pris sa place.
    **Exemple.** Une photo renommée en `.md`, un tableur collé dans une fiche.
    **Correction.** Mettez les images dans `content/uploads/` et gardez le texte seul ici.
    """

    code = "FP003"
    name = "fichier-trop-lourd"
    severity = Severity.ERREUR
    message = "le fichier {detail} : ce n’est sans doute pas une fiche"
    aide = "placez les images dans `content/uploads/` et ne gardez ici que le texte"


class CaractereNul(Rule):
    """Le fichier contient un caractère de commande

    **Ce que vérifie.** Le texte n’a que des caractères qui s’écrivent, des espaces, des tabulations
    et des fins de ligne.
    **Pourquoi.** Un caractère de commande vient d’un fichier abîmé ; le lecteur verrait un carré.
    **Exemple.** Le caractère nul, `U+0000`, d’un fichier mal copié.
    **Correction.** Effacez-le à l’endroit montré et tapez le mot de nouveau.
    """

    code = "FP004"
    name = "caractere-nul"
    severity = Severity.ERREUR
    message = "le fichier contient un caractère de commande ({detail})"
    aide = "effacez-le à cet endroit, avec la lettre d’avant s’il le faut, et tapez-la de nouveau"


class FichierVide(Rule):
    """Le fichier est vide

    **Ce que vérifie.** Le fichier contient du texte.
    **Pourquoi.** Une fiche vide n’a ni titre, ni classement, ni texte.
    **Exemple.** Un fichier de zéro octet, ou de lignes vides.
    **Correction.** `fiches new "Titre de la fiche"` en écrit une prête à remplir ; effacez
    celui-ci.
    """

    code = "FP005"
    name = "fichier-vide"
    severity = Severity.ERREUR
    message = "le fichier est vide"
    aide = 'effacez-le, ou faites une fiche prête à remplir : `fiches new "Titre de la fiche"`'


class ImbricationExcessive(Rule):
    """Trop de choses sont les unes dans les autres

    **Ce que vérifie.** Tables, listes, citations et éléments ne sont pas les uns dans les autres
    sur plus de 32 niveaux.
    **Pourquoi.** Aucun lecteur ne suit une liste dans une liste dans une liste ; au-delà, un
    fichier est abîmé ou cherche à bloquer le site.
    **Exemple.** Une ligne qui commence par quarante signes `>`.
    **Correction.** Gardez deux ou trois niveaux.
    """

    code = "FP006"
    name = "imbrication-excessive"
    severity = Severity.ERREUR
    message = "plus de 32 {what} sont ouvertes ici les unes dans les autres"
    aide = "gardez deux ou trois niveaux, et effacez les autres"


class TeteAbsente(Rule):
    """La tête de la fiche est absente

    **Ce que vérifie.** Le fichier commence par une ligne `+++`.
    **Pourquoi.** La tête porte le titre et le classement de la fiche.
    **Exemple.** Un fichier qui commence directement par `## Objectifs`, ou par `---`.
    **Correction.** Écrivez la tête entre deux lignes `+++`, tout en haut ; `fiches new` en donne
    une toute prête.
    """

    code = "FP011"
    name = "tete-absente"
    severity = Severity.ERREUR
    message = "le fichier ne commence pas par une ligne `+++`{detail}"
    aide = "{cure}"


class TeteNonFermee(Rule):
    """La tête de la fiche n’est pas fermée

    **Ce que vérifie.** Une seconde ligne `+++` ferme la tête.
    **Pourquoi.** Sans elle, on ne sait pas où commence le texte.
    **Exemple.** La ligne `+++` a été effacée, ou s’écrit `++++`.
    **Correction.** Ajoutez une ligne `+++`, seule, entre la tête et le texte.
    """

    code = "FP012"
    name = "tete-non-fermee"
    severity = Severity.ERREUR
    message = "la tête ouverte ici n’est jamais fermée"
    aide = "{cure}"


class TomlInvalide(Rule):
    """La tête n’est pas du TOML correct

    **Ce que vérifie.** La tête suit la syntaxe TOML : `clé = "valeur"`.
    **Pourquoi.** Une seule faute de syntaxe rend toute la tête illisible.
    **Exemple.** `title = Trier ses déchets` : les guillemets manquent.
    **Correction.** Corrigez à l’endroit montré : guillemets ouverts et fermés, crochets fermés,
    une clé par ligne.
    """

    code = "FP013"
    name = "toml-invalide"
    severity = Severity.ERREUR
    message = "la tête ne peut pas être lue : {reason}"
    aide = "{cure}"
