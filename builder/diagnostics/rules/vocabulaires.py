"""Words that must be in a list."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


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


class QuestionCentraleInconnue(Rule):
    """La question centrale d’ISO 26000 n’est pas dans la liste

    **Ce que vérifie.** Chaque valeur de `iso26000` figure dans `content/vocabulaire.toml`.
    **Pourquoi.** La fiche manquerait sur la page de cette question.
    **Exemple.** `iso26000 = ["Climat"]`
    **Correction.** Choisissez dans la liste que le message donne, ou retirez la ligne : la fiche
    est alors rangée d’après sa nature.
    """

    code = "FP208"
    name = "question-centrale-inconnue"
    severity = Severity.ERREUR
    message = "question centrale d’ISO 26000 inconnue : « {value} »"
    aide = "{cure}"


class OrthographeDuVocabulaire(Rule):
    """Une valeur est comprise, mais s’écrit autrement

    **Ce que vérifie.** Les valeurs s’écrivent comme dans `content/vocabulaire.toml`.
    **Pourquoi.** Casse, accents, espaces et synonymes sont compris, comme les lettres d’un autre
    alphabet qui ressemblent aux nôtres ; la bonne orthographe évite les doutes.
    **Exemple.** `nature = ["environnement"]` au lieu de `["Environnemental"]`.
    **Correction.** Recopiez la valeur que le message propose.
    """

    code = "FP210"
    name = "orthographe-du-vocabulaire"
    severity = Severity.AVERTISSEMENT
    message = "« {value} »{oddity} a été compris comme « {label} »"
    aide = "écrivez `{example}`"
