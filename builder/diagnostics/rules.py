"""Every code, with what it says and its manual. The only home of these French texts.

Hundreds by stage: 0 the file, 1 keys and types, 2 vocabularies, 3 sections and media,
4 the catalogue, 5 the site. A code is never used again for something else.
"""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity

# --- 0. The file -------------------------------------------------------------------------------


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


# --- 1. Keys and types -------------------------------------------------------------------------


class CleManquante(Rule):
    """Une information obligatoire manque

    **Ce que vérifie.** `title`, `nature`, `maturity`, `financialinvest` et `humaninvest` sont
    remplis (`company` pour un témoin).
    **Pourquoi.** Sans eux, la fiche ne peut être ni nommée, ni classée, ni trouvée.
    **Exemple.** `maturity = ""`
    **Correction.** Ajoutez la ligne dans la tête, avec sa valeur entre guillemets.
    """

    code = "FP101"
    name = "cle-manquante"
    severity = Severity.ERREUR
    message = "il manque `{key}` ({meaning})"
    aide = "écrivez dans la tête `{example}`"


class CleConseilleeAbsente(Rule):
    """Une information utile manque

    **Ce que vérifie.** `description` et `company` sont remplis.
    **Pourquoi.** La description est lue sur la carte et par les moteurs de recherche ;
    l’entreprise témoin fait la confiance.
    **Exemple.** `description = ""`
    **Correction.** Une phrase de 160 signes au plus ; le nom de l’entreprise qui raconte.
    """

    code = "FP102"
    name = "cle-conseillee-absente"
    severity = Severity.AVERTISSEMENT
    message = "il manque `{key}` ({meaning})"
    aide = "écrivez dans la tête `{example}`"


class TypeInattendu(Rule):
    """Une valeur n’a pas la forme attendue

    **Ce que vérifie.** Chaque clé reçoit un texte, une liste, une date ou `true` / `false`, selon
    la clé.
    **Pourquoi.** Une valeur d’une autre forme ne peut être affichée comme vous le vouliez.
    **Exemple.** `draft = "oui"` au lieu de `draft = true`.
    **Correction.** Suivez la forme que le message indique.
    """

    code = "FP103"
    name = "type-inattendu"
    severity = Severity.ERREUR
    message = "`{key}` attend {expected}, pas {found}"
    aide = "écrivez par exemple `{example}`"


class FormeCorrigee(Rule):
    """Un texte seul pour une liste, ou une liste pour un texte seul

    **Ce que vérifie.** Les clés à une valeur reçoivent un texte, les autres une liste.
    **Pourquoi.** La valeur est comprise, mais la prochaine personne hésitera.
    **Exemple.** `nature = "Social"` au lieu de `nature = ["Social"]`.
    **Correction.** Recopiez la forme que le message propose.
    """

    code = "FP104"
    name = "forme-corrigee"
    severity = Severity.AVERTISSEMENT
    message = "`{key}` attend {expected} ; la valeur a été comprise quand même"
    aide = "écrivez `{example}`"


class CleInconnue(Rule):
    """Une clé n’est pas connue

    **Ce que vérifie.** Chaque clé de la tête fait partie du format.
    **Pourquoi.** Une clé mal écrite est ignorée : ce qu’elle porte n’apparaît nulle part.
    **Exemple.** `tittle = "Trier"`
    **Correction.** Corrigez l’orthographe de la clé, ou effacez la ligne.
    """

    code = "FP105"
    name = "cle-inconnue"
    severity = Severity.AVERTISSEMENT
    message = "clé inconnue, ignorée : `{key}`"
    aide = "{cure}"


# --- 2. Vocabularies ---------------------------------------------------------------------------


class NatureInconnue(Rule):
    """La nature de l’impact n’est pas dans la liste

    **Ce que vérifie.** Chaque valeur de `nature` figure dans `content/vocabulaire.toml`.
    **Pourquoi.** La fiche ne serait classée nulle part.
    **Exemple.** `nature = ["Ecolo"]`
    **Correction.** Choisissez dans la liste que le message donne.
    """

    code = "FP201"
    name = "nature-inconnue"
    severity = Severity.ERREUR
    message = "nature inconnue : « {value} »"
    aide = "{cure}"


class MaturiteInconnue(Rule):
    """La maturité n’est pas dans la liste

    **Ce que vérifie.** `maturity` figure dans `content/vocabulaire.toml`.
    **Pourquoi.** C’est la première question d’un lecteur : est-ce pour moi, maintenant ?
    **Exemple.** `maturity = "Progreser"`
    **Correction.** Choisissez dans la liste que le message donne.
    """

    code = "FP203"
    name = "maturite-inconnue"
    severity = Severity.ERREUR
    message = "maturité inconnue : « {value} »"
    aide = "{cure}"


class InvestissementFinancierInconnu(Rule):
    """L’investissement financier n’est pas dans la liste

    **Ce que vérifie.** `financialinvest` figure dans `content/vocabulaire.toml`.
    **Pourquoi.** Le coût est un critère de choix : il doit se comparer d’une fiche à l’autre.
    **Exemple.** `financialinvest = "500 €"` : un montant va dans `cout`.
    **Correction.** Choisissez dans la liste que le message donne.
    """

    code = "FP204"
    name = "investissement-financier-inconnu"
    severity = Severity.ERREUR
    message = "investissement financier inconnu : « {value} »"
    aide = "{cure}"


class InvestissementHumainInconnu(Rule):
    """L’investissement humain n’est pas dans la liste

    **Ce que vérifie.** `humaninvest` figure dans `content/vocabulaire.toml`.
    **Pourquoi.** Le temps est un critère de choix : il doit se comparer d’une fiche à l’autre.
    **Exemple.** `humaninvest = "3 jours"` : une durée va dans `duree`.
    **Correction.** Choisissez dans la liste que le message donne.
    """

    code = "FP205"
    name = "investissement-humain-inconnu"
    severity = Severity.ERREUR
    message = "investissement humain inconnu : « {value} »"
    aide = "{cure}"


class OddInconnu(Rule):
    """L’objectif de développement durable n’existe pas

    **Ce que vérifie.** `odd` ne contient que des nombres de 1 à 17.
    **Pourquoi.** Les Nations unies ont fixé dix-sept objectifs.
    **Exemple.** `odd = [18]`
    **Correction.** Gardez les numéros de 1 à 17, sans guillemets.
    """

    code = "FP206"
    name = "odd-inconnu"
    severity = Severity.ERREUR
    message = "objectif de développement durable inconnu : {value}"
    aide = "gardez des numéros de 1 à 17, par exemple `odd = [8, 12]`"


class TypeDeTemoinInconnu(Rule):
    """Le type de témoin n’est pas dans la liste

    **Ce que vérifie.** `kind` vaut « entreprise », « cluster » ou « structure d’insertion ».
    **Pourquoi.** La page des témoins les présente par type.
    **Exemple.** `kind = "association"`
    **Correction.** Choisissez dans la liste que le message donne.
    """

    code = "FP207"
    name = "type-de-temoin-inconnu"
    severity = Severity.ERREUR
    message = "type de témoin inconnu : « {value} »"
    aide = "{cure}"


class OrthographeDuVocabulaire(Rule):
    """Une valeur est comprise, mais s’écrit autrement

    **Ce que vérifie.** Les valeurs s’écrivent comme dans `content/vocabulaire.toml`.
    **Pourquoi.** Casse, accents, espaces et synonymes sont compris ; la bonne orthographe évite
    les doutes.
    **Exemple.** `nature = ["environnement"]` au lieu de `["Environnemental"]`.
    **Correction.** Recopiez la valeur que le message propose.
    """

    code = "FP210"
    name = "orthographe-du-vocabulaire"
    severity = Severity.AVERTISSEMENT
    message = "« {value} » a été compris comme « {label} »"
    aide = "écrivez `{label}`"


# --- 3. Sections and media ---------------------------------------------------------------------


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


# --- 4. The catalogue --------------------------------------------------------------------------


class AdresseEnDouble(Rule):
    """Deux pages ont la même adresse

    **Ce que vérifie.** Chaque fiche (et chaque témoin) a une adresse à elle.
    **Pourquoi.** L’une effacerait l’autre.
    **Exemple.** Deux fiches intitulées « Trier ses déchets ».
    **Correction.** Changez un titre, ou donnez à l’une un `slug` différent.
    """

    code = "FP401"
    name = "adresse-en-double"
    severity = Severity.ERREUR
    message = "l’adresse `{address}` est déjà celle de {other}"
    aide = 'donnez-lui une autre adresse, par exemple `slug = "{example}"`'


class AdresseCorrigee(Rule):
    """L’adresse demandée a été corrigée

    **Ce que vérifie.** `slug` n’a que des lettres sans accent, des chiffres et des traits d’union.
    **Pourquoi.** Une adresse simple se dicte et se recopie sans erreur.
    **Exemple.** `slug = "Tri des Déchets"`
    **Correction.** Recopiez l’adresse que le message propose.
    """

    code = "FP402"
    name = "adresse-corrigee"
    severity = Severity.AVERTISSEMENT
    message = "l’adresse « {value} » devient « {slug} »"
    aide = 'écrivez `slug = "{slug}"`'


class AdresseVide(Rule):
    """Aucune adresse ne peut être faite du titre

    **Ce que vérifie.** Le titre (ou `slug`) contient au moins une lettre ou un chiffre.
    **Pourquoi.** Sans elle, la page n’a pas d’adresse.
    **Exemple.** `title = "?!"`
    **Correction.** Complétez le titre, ou ajoutez un `slug`.
    """

    code = "FP403"
    name = "adresse-vide"
    severity = Severity.ERREUR
    message = "aucune adresse ne peut être faite de « {value} »"
    aide = 'écrivez une adresse de lettres et de chiffres, par exemple `slug = "trier"`'


# --- 5. The site -------------------------------------------------------------------------------


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

    **Ce que vérifie.** `content/vocabulaire.toml` se lit et chaque valeur a un libellé, une
    adresse unique et un ordre ; chaque nature a ses deux couleurs.
    **Pourquoi.** Toutes les fiches en dépendent : sans lui, rien n’est publié.
    **Exemple.** Deux valeurs avec `adresse = "social"`.
    **Correction.** Corrigez à l’endroit montré.
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


def _all_rules() -> dict[str, type[Rule]]:
    return {rule.code: rule for rule in sorted(Rule.__subclasses__(), key=lambda rule: rule.code)}


RULES = _all_rules()
"""Code → rule, in the order of the codes."""
