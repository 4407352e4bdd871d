"""A sheet ready to fill, for `fiches new`."""

from __future__ import annotations

import json

from builder.model import EXPECTED_SECTIONS
from builder.validate.blank import PROMPTS

_QUESTIONS = {
    "Entreprise témoin": "Qui est l’entreprise : métier, taille, territoire ?",
    "Objectifs": "Que voulait-elle obtenir ?",
    "Contexte": "D’où partait-elle, qu’est-ce qui l’a décidée ?",
    "Méthode": "Quelles étapes, dans quel ordre ?",
    "En pratique": "Qu’a-t-elle fait concrètement, avec qui, avec quels moyens ?",
    "Résultats": "Qu’est-ce que cela a donné, chiffré si possible et daté ?",
    "Facteurs clés de succès": "Qu’est-ce qui a compté ?",
    "Contraintes et limites": "Qu’est-ce qui n’a pas marché, que faut-il prévoir ?",
    "Outils et ressources": "Quels documents, quels organismes peuvent aider ?",
}


def new_sheet(title: str, company: str) -> str:
    """Return the text of a draft: its head filled as far as known, its nine sections asked."""
    prompts = "\n".join(f"  {_toml(prompt)}," for prompt in PROMPTS)
    head = f"""\
+++
title = {_toml(title)}
description = ""        # une phrase, 160 signes au plus : elle est lue sur la carte
company = {_toml(company)}            # l’entreprise témoin
sector = ["Tous secteurs"]
nature = []             # Gouvernance, Social, Environnemental, Économique, Territoire
maturity = ""           # Premières actions, Progresser, Aller plus loin
financialinvest = ""    # Faible, Moyen, Important
humaninvest = ""        # Faible, Moyen, Important
duree = ""              # le temps vraiment passé : « 1 an »
cout = ""               # la dépense réelle, avec son année : « 1 100 € (2022) »
enbref = [
{prompts}
]
sources = []
draft = true            # à retirer pour publier
+++
"""
    sections = [f"## {name}\n\n<!-- {_QUESTIONS[name]} -->\n" for name in EXPECTED_SECTIONS]
    return "\n".join([head, *sections])


def _toml(text: str) -> str:
    """Write a TOML basic string: JSON's escapes are TOML's, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
