"""Pictures, links and the other things that a text holds."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


class ImageAbsente(Rule):
    """Une image n’existe pas

    **Ce que vérifie.** Chaque image citée se trouve dans `content/uploads/`.
    **Pourquoi.** La page montrerait un cadre brisé ; à la place, elle ne montre rien.
    **Exemple.** `![Le local de tri](/uploads/local.jpg)` sans fichier `content/uploads/local.jpg`.
    **Correction.** Ajoutez le fichier, ou corrigez son nom (majuscules comprises).
    """

    code = "FP301"
    name = "image-absente"
    severity = Severity.AVERTISSEMENT
    message = "image absente : `{src}`"
    aide = "{cure}"


class ImageSansAlternative(Rule):
    """Une image n’a pas de texte de remplacement

    **Ce que vérifie.** Chaque image a un `alt` qui dit ce qu’on y voit.
    **Pourquoi.** Une personne qui ne voit pas l’image, ou dont le réseau est lent, lit ce texte.
    **Exemple.** `![](/uploads/local.jpg)`
    **Correction.** `![Deux bacs de tri étiquetés](/uploads/local.jpg)`
    """

    code = "FP302"
    name = "image-sans-alternative"
    severity = Severity.AVERTISSEMENT
    message = "l’image `{src}` n’a pas de texte de remplacement"
    aide = "dites en quelques mots ce que l’image montre"


class ImageHorsDossier(Rule):
    """Une image est prise hors du dossier des images

    **Ce que vérifie.** L’adresse d’une image est de la forme `/uploads/nom.jpg`.
    **Pourquoi.** Le site ne montre que ses propres fichiers : ni image d’un autre site, qui
    suivrait vos lecteurs, ni fichier d’un autre dossier.
    **Exemple.** `![](https://exemple.fr/photo.jpg)`, `![](/uploads/../secret.jpg)`
    **Correction.** Copiez l’image dans `content/uploads/`, si vous en avez le droit.
    """

    code = "FP303"
    name = "image-hors-dossier"
    severity = Severity.ERREUR
    message = "l’image `{src}` n’est pas dans `content/uploads/`"
    aide = "copiez-la dans `content/uploads/` et écrivez `/uploads/nom-de-l-image.jpg`"


class BlocInconnu(Rule):
    """Un bloc a un modèle inconnu

    **Ce que vérifie.** Le `template` de chaque bloc fait partie du format.
    **Pourquoi.** Ses textes sont affichés dans l’ordre, mais sans la mise en forme voulue.
    **Exemple.** `template = "bloc-carrousel"`
    **Correction.** Employez un modèle connu, ou écrivez la section dans le corps de la fiche.
    """

    code = "FP304"
    name = "bloc-inconnu"
    severity = Severity.AVERTISSEMENT
    message = "modèle de bloc inconnu : « {value} » ; ses textes sont affichés à la suite"
    aide = "{cure}"


class TraceurTiers(Rule):
    """Un traceur est demandé

    **Ce que vérifie.** `trackers` est vide.
    **Pourquoi.** Le site ne suit personne : aucun code d’un tiers n’est jamais publié.
    **Exemple.** `[[trackers]]` suivi d’un code de mesure d’audience.
    **Correction.** Effacez le code, ou videz la liste : `trackers = []`.
    """

    code = "FP305"
    name = "traceur-tiers"
    severity = Severity.AVERTISSEMENT
    message = "code d’un tiers ignoré : le site ne suit pas ses lecteurs"
    aide = "effacez ce code, ou écrivez `trackers = []`"


class JsonLdInvalide(Rule):
    """Le JSON-LD écrit à la main n’est pas du JSON

    **Ce que vérifie.** `schemajson` contient un objet ou une liste JSON.
    **Pourquoi.** Un JSON fautif est ignoré par les moteurs de recherche.
    **Exemple.** `schemajson = "{name: 'x'}"`
    **Correction.** Videz la clé : la fiche reçoit un JSON-LD fait d’elle-même.
    """

    code = "FP306"
    name = "json-ld-invalide"
    severity = Severity.AVERTISSEMENT
    message = "`schemajson` n’est pas du JSON-LD : il est ignoré"
    aide = 'corrigez-le, ou écrivez `schemajson = ""` pour le JSON-LD automatique'


class HreflangInvalide(Rule):
    """L’adresse d’une traduction n’est pas une adresse https

    **Ce que vérifie.** Chaque adresse de `hreflangs` commence par `https://`.
    **Pourquoi.** Un moteur de recherche ne suit pas une autre adresse.
    **Exemple.** `hreflangs = ["exemple.fr/en/"]`
    **Correction.** Écrivez l’adresse entière, de la forme `https://exemple.fr/en/`.
    """

    code = "FP307"
    name = "hreflang-invalide"
    severity = Severity.AVERTISSEMENT
    message = "adresse de traduction ignorée : « {value} »"
    aide = "écrivez une adresse entière qui commence par `https://`"


class LienRefuse(Rule):
    """L’adresse d’un lien est refusée

    **Ce que vérifie.** Un lien mène à une page (`https:`, `http:`), à un courriel (`mailto:`) ou à
    un numéro (`tel:`).
    **Pourquoi.** Les autres sortes d’adresses peuvent exécuter du code chez le lecteur.
    **Exemple.** `link = "javascript:alert(1)"`
    **Correction.** Écrivez l’adresse de la page elle-même.
    """

    code = "FP308"
    name = "lien-refuse"
    severity = Severity.AVERTISSEMENT
    message = "adresse de lien refusée : « {value} » ; le texte reste, sans lien"
    aide = "écrivez une adresse qui commence par `https://`"
