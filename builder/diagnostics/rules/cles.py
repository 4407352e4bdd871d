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
