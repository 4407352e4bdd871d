"""The keys of a head, and the form of their values."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


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


class FicheVierge(Rule):
    """La fiche n’est pas encore remplie

    **Ce que vérifie.** Au moins une information ou un paragraphe a été écrit dans la fiche, en plus
    de ce que le modèle contient.
    **Pourquoi.** Une fiche toute prête n’apprend rien à personne ; tout ce qui y manque tient en
    une remarque.
    **Exemple.** Le fichier que `fiches new` vient de faire.
    **Correction.** Remplissez les clés que le message donne, puis les sections ; les autres
    remarques viendront ensuite.
    """

    code = "FP106"
    name = "fiche-vierge"
    severity = Severity.ERREUR
    message = "rien n’est encore écrit dans {sheet}"
    aide = "remplissez d’abord {keys}, puis le texte"


class TitreTropLong(Rule):
    """Le titre est trop long

    **Ce que vérifie.** `title` a 110 caractères au plus.
    **Pourquoi.** Au-delà, les cartes débordent et les moteurs de recherche coupent : 110 caractères
    est la longueur qu’ils lisent du titre d’un article (`headline` du JSON-LD de la page).
    **Exemple.** Un titre qui raconte toute la démarche.
    **Correction.** Un verbe à l’infinitif et son objet ; le reste va dans `description`.
    """

    code = "FP107"
    name = "titre-trop-long"
    severity = Severity.AVERTISSEMENT
    message = "le titre a {count} caractères ; il sera coupé après 110"
    aide = "raccourcissez-le, et gardez le reste pour `description`"


class CaractereInvisible(Rule):
    r"""Un texte contient un caractère que l’on ne voit pas

    **Ce que vérifie.** Aucun texte ne contient de caractère de commande, d’espace sans largeur ou
    de marque qui change le sens de lecture. Les espaces insécables, les traits d’union
    conditionnels, les émojis et les mots écrits de droite à gauche sont acceptés.
    **Pourquoi.** Ce qu’on lit ne serait plus ce qui est écrit : un mot retourné, coupé ou que la
    recherche ne trouve pas. Ces signes viennent d’un copier-coller.
    **Exemple.** `title = "Trier\u202E sel"`
    **Correction.** Effacez le passage montré et tapez-le de nouveau au clavier.
    """

    code = "FP108"
    name = "caractere-invisible"
    severity = Severity.AVERTISSEMENT
    message = "caractère invisible : {names}"
    aide = "effacez ce passage et tapez-le de nouveau au clavier"
