"""The pages and the files of the site, outside the sheets."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


class MentionManquante(Rule):
    """Une mention du site est vide

    **Ce que vérifie.** Les champs en tête de `mentions-legales.md`, `accessibilite.md` et
    `ecoconception.md` sont remplis.
    **Pourquoi.** La loi demande ces mentions, et vos lecteurs vous jugent sur elles.
    **Exemple.** `hebergeur: ""`
    **Correction.** Remplissez le champ dans la tête de la page.
    """

    code = "FP501"
    name = "mention-manquante"
    severity = Severity.AVERTISSEMENT
    message = "mention vide : `{key}` ({meaning})"
    aide = "remplissez `{key}` en tête de cette page"


class VocabulaireInvalide(Rule):
    """Le fichier des vocabulaires ne convient pas

    **Ce que vérifie.** `content/vocabulaire.toml` se lit, sans table ni clé inconnue. Chaque valeur
    a un libellé, une adresse et un ordre, et n’a ni mot ni adresse d’une autre ; chaque nature a
    ses deux couleurs. Dans `temoin_size`, chaque `maximum` dépasse le précédent et la dernière
    taille n’en a pas ; dans `iso26000`, `natures` nomme des natures de la table `nature` ; dans
    `odd`, `ordre` est le numéro de l’objectif, de 1 à 17, une fois chacun.
    **Pourquoi.** Toutes les fiches en dépendent : sans lui, rien n’est publié. Une clé mal écrite
    ne compterait pas, et personne ne le verrait.
    **Exemple.** Deux valeurs avec `adresse = "social"`, ou `[temoin_taille]` pour `[temoin_size]`.
    **Correction.** Corrigez à l’endroit montré. Pour renommer une valeur, gardez l’ancien mot dans
    ses `synonymes` : les fiches qui l’emploient restent comprises.
    """

    code = "FP502"
    name = "vocabulaire-invalide"
    severity = Severity.ERREUR
    message = "{reason}"
    aide = "{cure}"


class PageAbsente(Rule):
    """Une page demandée par la loi n’existe pas

    **Ce que vérifie.** Les pages `mentions-legales.md`, `accessibilite.md` et `ecoconception.md`
    sont dans `content/`.
    **Pourquoi.** La loi demande les deux premières, et le pied de chaque page y mène.
    **Exemple.** Le fichier `content/accessibilite.md` a été effacé.
    **Correction.** Reprenez la page du projet d’origine et remplissez ses champs.
    """

    code = "FP503"
    name = "page-absente"
    severity = Severity.AVERTISSEMENT
    message = "la page « {label} » n’existe pas"
    aide = "reprenez-la du projet d’origine et remplissez ses champs"


class TeteYamlInvalide(Rule):
    """La tête d’une page ordinaire ne peut pas être lue

    **Ce que vérifie.** La tête entre deux lignes `---` suit la syntaxe YAML : `clé: "valeur"`.
    **Pourquoi.** Sans elle, la page perd son titre et ses mentions.
    **Exemple.** `hebergeur: "Exemple` : le second guillemet manque.
    **Correction.** Fermez les guillemets, et gardez une clé par ligne.
    """

    code = "FP504"
    name = "tete-yaml-invalide"
    severity = Severity.AVERTISSEMENT
    message = "la tête de cette page ne peut pas être lue"
    aide = "vérifiez les guillemets et les deux-points entre les deux lignes `---`"


class LexiqueInvalide(Rule):
    """Le fichier du lexique ne convient pas

    **Ce que vérifie.** `content/lexique.toml`, s’il existe, se lit, sans clé inconnue ; chaque
    terme commence par `[[termes]]`, a un nom et une définition ; une même écriture, ou une même
    adresse, ne désigne pas deux termes.
    **Pourquoi.** Les fiches y renvoient : un mot aurait deux sens, ou aucun.
    **Exemple.** Deux termes qui ont chacun `formes = ["ENR"]`.
    **Correction.** Corrigez à l’endroit montré.
    """

    code = "FP505"
    name = "lexique-invalide"
    severity = Severity.ERREUR
    message = "{reason}"
    aide = "{cure}"
