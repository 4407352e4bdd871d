"""The file itself, before anything in it is read."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


class FichierIllisible(Rule):
    """Le fichier ne peut pas être lu

    **Ce que vérifie.** Le fichier s’ouvre.
    **Pourquoi.** Une fiche illisible manquerait au site sans que personne le voie.
    **Exemple.** Un dossier nommé `tri.md`, un raccourci vers un fichier effacé.
    **Correction.** Vérifiez que le fichier existe et que vous avez le droit de le lire.
    """

    code = "FP001"
    name = "fichier-illisible"
    severity = Severity.ERREUR
    message = "le fichier ne peut pas être lu{detail}"
    aide = "vérifiez que c’est bien un fichier et que vous avez le droit de l’ouvrir"


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
    message = "le fichier n’est pas en UTF-8 (il semble en {detail})"
    aide = "réenregistrez-le en choisissant l’encodage UTF-8"


class FichierTropLourd(Rule):
    """Le fichier est trop lourd pour une fiche

    **Ce que vérifie.** Un fichier de fiche ou de témoin fait moins de 2 Mo.
    **Pourquoi.** Une fiche pèse quelques kilo-octets ; au-delà, un autre fichier a pris sa place.
    **Exemple.** Une photo renommée en `.md`.
    **Correction.** Mettez les images dans `content/uploads/` et gardez le texte seul ici.
    """

    code = "FP003"
    name = "fichier-trop-lourd"
    severity = Severity.ERREUR
    message = "le fichier dépasse 2 Mo : ce n’est sans doute pas une fiche"
    aide = "placez les images dans `content/uploads/` et ne gardez ici que le texte"


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
    message = "le fichier ne commence pas par une ligne `+++`"
    aide = "écrivez la tête entre deux lignes `+++`, tout en haut du fichier"


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
    aide = "ajoutez une ligne `+++`, seule, après la dernière ligne de la tête"


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
