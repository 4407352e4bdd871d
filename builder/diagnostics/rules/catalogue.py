"""What no sheet can tell alone: addresses, witnesses."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


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
