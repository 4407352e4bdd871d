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

    **Ce que vérifie.** L’adresse d’une image est de la forme `/uploads/nom.jpg`, et le fichier est
    bien une image de ce dossier, pas un raccourci vers un autre.
    **Pourquoi.** Le site ne montre que ses propres fichiers : ni image d’un autre site, qui
    suivrait vos lecteurs, ni fichier d’un autre dossier.
    **Exemple.** `![](https://exemple.fr/photo.jpg)`, `![](/uploads/../secret.jpg)`
    **Correction.** Copiez l’image dans `content/uploads/`, si vous en avez le droit.
    """

    code = "FP303"
    name = "image-hors-dossier"
    severity = Severity.ERREUR
    message = "l’image `{src}` {reason}"
    aide = "{cure}"


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
    message = "adresse de traduction ignorée : {value}"
    aide = "écrivez une adresse entière qui commence par `https://`"


class LienRefuse(Rule):
    """L’adresse d’un lien est refusée

    **Ce que vérifie.** Un lien mène à une page (`https:`, `http:`), à un courriel (`mailto:`, avec
    au plus un objet et un texte) ou à un numéro (`tel:`). Rien n’y cache où il mène : ni nom
    d’utilisateur avant le site, ni lettres de deux alphabets, ni caractère invisible.
    **Pourquoi.** Les autres sortes d’adresses peuvent exécuter du code chez le lecteur, ou le mener
    ailleurs qu’il ne croit.
    **Exemple.** `link = "javascript:alert(1)"`, `https://banque.fr@autre.fr/`
    **Correction.** Écrivez l’adresse de la page elle-même.
    """

    code = "FP308"
    name = "lien-refuse"
    severity = Severity.AVERTISSEMENT
    message = "adresse de lien refusée : « {value} » ; le texte reste, sans lien"
    aide = "{cure}"


class SvgActif(Rule):
    """Un dessin SVG contient autre chose qu’un dessin

    **Ce que vérifie.** Les fichiers `.svg` de `content/uploads/` ne contiennent ni programme, ni
    page web, ni appel à un autre site ou à un autre fichier, et se lisent sans faute.
    **Pourquoi.** Un SVG est un petit programme possible : ouvert dans le navigateur, il agirait au
    nom de votre site. Il n’est jamais publié, qu’une fiche le cite ou non.
    **Exemple.** `<svg onload="…">`, `<script>`, `<image href="https://exemple.fr/suivi.png"/>`
    **Correction.** Dans votre logiciel de dessin, enregistrez-le en « SVG simple » ou exportez-le
    en PNG.
    """

    code = "FP309"
    name = "svg-actif"
    severity = Severity.ERREUR
    message = "ce dessin SVG n’est pas publié : {reason}"
    aide = "enregistrez-le en « SVG simple » dans votre logiciel de dessin, ou exportez-le en PNG"


class FichierNonPublie(Rule):
    """Un fichier déposé n’est pas publié

    **Ce que vérifie.** `content/uploads/` contient des images (`.jpg`, `.png`, `.webp`, `.avif`,
    `.gif`, `.svg`) et des documents (`.pdf`, `.odt`, `.ods`, `.odp`, `.docx`, `.xlsx`, `.pptx`,
    `.csv`, `.txt`), et chaque fichier est bien ce que dit la fin de son nom.
    **Pourquoi.** Tout le reste peut surprendre qui l’ouvre : une page web, un programme, une
    archive dont on ne voit pas le contenu.
    **Exemple.** `content/uploads/notes.md`, une page web renommée en `.png`.
    **Correction.** Enregistrez-le dans l’un de ces formats, ou retirez-le du dossier.
    """

    code = "FP310"
    name = "fichier-non-publie"
    severity = Severity.AVERTISSEMENT
    message = "ce fichier n’est pas publié : {reason}"
    aide = "{cure}"


class AlternativeNomDeFichier(Rule):
    """Le texte de remplacement d’une image est un nom de fichier

    **Ce que vérifie.** `alt` dit ce que l’image montre, et non comment le fichier s’appelle.
    **Pourquoi.** Une personne qui ne voit pas l’image entendrait « I M G deux mille trente… ».
    **Exemple.** `![IMG_2034](/uploads/IMG_2034.jpg)`
    **Correction.** `![Deux bacs de tri étiquetés](/uploads/IMG_2034.jpg)`
    """

    code = "FP311"
    name = "alternative-nom-de-fichier"
    severity = Severity.AVERTISSEMENT
    message = "le texte de remplacement « {alt} » est un nom de fichier"
    aide = "dites en quelques mots ce que l’image montre"


class LienMort(Rule):
    """Un lien mène à une page du site qui n’existe pas

    **Ce que vérifie.** L’adresse d’un lien vers ce site est celle d’une page publiée, ou d’un
    fichier de `content/uploads/`.
    **Pourquoi.** Le lecteur tomberait sur « Page introuvable ».
    **Exemple.** `[le tri](/fiches/trie/)` quand la fiche est à `/fiches/tri/`.
    **Correction.** Recopiez l’adresse depuis le navigateur, à partir de `/fiches/`.
    """

    code = "FP312"
    name = "lien-mort"
    severity = Severity.AVERTISSEMENT
    message = "lien mort : {reason}"
    aide = "{cure}"


class AncreAbsente(Rule):
    """Un lien mène à une section qui n’existe pas

    **Ce que vérifie.** Ce qui suit `#` dans un lien vers une fiche ou un témoin est le repère d’un
    titre de cette page.
    **Pourquoi.** Le lecteur arriverait en haut de la page, sans trouver ce qu’on lui promet.
    **Exemple.** `[la méthode](#metode)`
    **Correction.** Le repère d’un titre est ce titre sans accent ni majuscule, avec des traits
    d’union : « Facteurs clés de succès » donne `#facteurs-cles-de-succes`.
    """

    code = "FP313"
    name = "ancre-absente"
    severity = Severity.AVERTISSEMENT
    message = "« #{anchor} » n’est le repère d’aucun titre de {page}"
    aide = "{cure}"


class TexteDeLienAdresse(Rule):
    """Le texte d’un lien est une adresse

    **Ce que vérifie.** Le texte d’un lien dit où il mène, avec des mots. Les `sources` peuvent être
    citées par leur adresse.
    **Pourquoi.** Une adresse se lit mal, et s’entend lettre par lettre.
    **Exemple.** `<https://exemple.fr/guide.pdf>`
    **Correction.** `[le guide du tri](https://exemple.fr/guide.pdf)`
    """

    code = "FP314"
    name = "texte-de-lien-adresse"
    severity = Severity.INFO
    message = "le texte du lien est une adresse : « {text} »"
    aide = "donnez au lien un texte qui dit où il mène : `[le guide du tri](https://…)`"
