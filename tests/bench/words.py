"""French as far as an index, a parser and a reader of figures can tell.

A few hundred real words come back everywhere; behind them stands a long tail of made-up ones with
French endings, drawn by the law of Zipf and Mandelbrot. Its flatness and steepness are those that
give nearly as many different words as our own sheets have: 5 400 in 50 000 (theirs: 4 900), and it
goes on growing as theirs would: 30 000 in a million.
"""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOUNS = (
    "entreprise équipe démarche action salarié client fournisseur énergie déchet eau électricité "
    "transport déplacement achat produit service formation atelier réunion comité indicateur "
    "objectif résultat coût budget temps année mois semaine projet plan charte label audit "
    "diagnostic mesure bilan rapport suivi tableau bord référent direction dirigeant partenaire "
    "territoire commune association insertion emploi recrutement accueil tutorat santé sécurité "
    "télétravail bureau machine chauffage isolation éclairage bac tri recyclage réemploi "
    "compost papier carton plastique métal bois emballage livraison véhicule vélo covoiturage "
    "parking borne réseau collègue embauche stage apprenti retraite mutuelle prime salaire "
    "égalité handicap diversité dialogue confiance valeur mission statut assemblée associé "
    "qualité traçabilité contrat appel offre prix marge vente commande stock matière circuit "
    "voisin école mairie région filière métier compétence outil méthode étape obstacle limite "
    "difficulté frein réussite levier ressource guide fiche exemple témoignage retour expérience "
    "œuvre cœur main abeille haie arbre sol air bruit climat carbone empreinte biodiversité"
).split()
_VERBS = (
    "mesure réduit organise propose choisit confie installe remplace partage affiche explique "
    "prépare teste suit compare relève associe réunit forme accueille accompagne finance négocie "
    "récupère répare trie pèse note publie décide reporte abandonne reprend améliore simplifie"
).split()
_ADJECTIVES = (
    "local durable simple régulier collectif volontaire mensuel annuel concret chiffré visible "
    "modeste ambitieux lent rapide utile coûteux gratuit interne externe commun nouveau ancien "
    "responsable solidaire sobre économe propre partagé obligatoire"
).split()
_TERMS = (
    "la RSE", "l’Ademe", "le bilan carbone", "la GPEC", "une structure d’insertion", "un GEIQ",
    "les parties prenantes", "la loi Pacte", "une entreprise d’insertion", "l’ISO\u00a026000",
    "une clause sociale", "les ODD", "un ESAT", "les DEEE", "le mécénat de compétences",
)  # fmt: skip
"""Some that `content/lexique.toml` defines, as texts write them."""
_SYLLABLES = (
    "ba ver lan mor tis gue ron pel dou sai fra cham bel vi gny court mont ey rac os lu pré tré "
    "con dé mi par so clai fou gar nor ser tou val"
).split()
_NOUN_ENDS = ("tion", "tions", "ment", "ments", "age", "eur", "eurs", "té", "ure", "ance", "ier")
_ADJECTIVE_ENDS = ("al", "able", "ables", "if", "ifs", "ique", "iques", "eux", "é", "és", "ant")
_VERB_ENDS = ("e", "ait", "era", "ifie", "ise", "isait")
_FEMININE = ("tion", "té", "ure", "ance", "ée", "ise", "ique", "ette")
_VOWELS = "aeiouyhéèêàâîïôûùœæAEIOUYHÉÈÊÀÂÎÏÔÛÙŒÆ"
_LONG_TAIL = {"noun": 21_000, "verb": 7_500, "adjective": 10_500, "name": 27_000}
"""Made-up words of each sort."""
_FLATNESS, _STEEPNESS = 3.0, 1.25
"""Of the law of Mandelbrot: 1 / (rank + flatness) ^ steepness."""


class Words:
    """Draws words, sentences and paragraphs; the same seed draws the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 (no secret here)
        made = random.Random(0)  # noqa: S311 (every library speaks one language)
        self._nouns = _Urn(_NOUNS, _make(made, _NOUN_ENDS, _LONG_TAIL["noun"]))
        self._verbs = _Urn(_VERBS, _make(made, _VERB_ENDS, _LONG_TAIL["verb"]))
        self._adjectives = _Urn(_ADJECTIVES, _make(made, _ADJECTIVE_ENDS, _LONG_TAIL["adjective"]))
        names = [name.capitalize() for name in _make(made, ("",), _LONG_TAIL["name"])]
        self._names = _Urn((), names)

    def noun(self) -> str:
        """Draw a noun."""
        return self._nouns.draw(self.random)

    def name(self) -> str:
        """Draw the name of a place or of a company."""
        return self._names.draw(self.random)

    def paragraph(self, sentences: int) -> str:
        """Write sentences in a row."""
        return " ".join(self.sentence() for _ in range(sentences))

    def sentence(self) -> str:
        """Write a sentence of ten to thirty words."""
        rng = self.random
        start = f"{self._the()} {self._verb()} {self._the()} {self._adjective()}"
        tail = rng.choice((self._how, self._why, self._where, self._how_much))()
        more = f" et {self._verb()} {self._the()} de {self.noun()}" if rng.random() < 0.5 else ""
        return f"{start[0].upper()}{start[1:]} {tail}{more}."

    def _how(self) -> str:
        return f"avec un {self.noun()} {self._adjective()} et des {self.noun()}"

    def _why(self) -> str:
        return f"pour que {self._the()} des {self.noun()} soit plus {self._adjective()}"

    def _where(self) -> str:
        term = f", comme le demande {self.random.choice(_TERMS)}" if self._is_rare() else ""
        return f"à {self.name()}, chez {self.name()} ou dans une {self.noun()}{term}"

    def _how_much(self) -> str:
        rng = self.random
        return f"de {rng.randint(2, 90)} % en {rng.randint(2, 24)} mois, par {self.noun()}"

    def _the(self) -> str:
        noun = self.noun()
        if noun[0] in _VOWELS:
            return f"l’{noun}"
        if noun.endswith("s"):
            return f"les {noun}"
        return f"la {noun}" if noun.endswith(_FEMININE) else f"le {noun}"

    def _verb(self) -> str:
        return self._verbs.draw(self.random)

    def _adjective(self) -> str:
        return self._adjectives.draw(self.random)

    def _is_rare(self) -> bool:
        return self.random.random() < 0.2


class _Urn:
    """Words by rank: the first come out most."""

    def __init__(self, first: Sequence[str], tail: Sequence[str]) -> None:
        self._words: list[str] = [*first, *tail]
        ranks = range(1, len(self._words) + 1)
        self._weights = list(accumulate((rank + _FLATNESS) ** -_STEEPNESS for rank in ranks))

    def draw(self, rng: random.Random) -> str:
        return rng.choices(self._words, cum_weights=self._weights)[0]


def _make(rng: random.Random, ends: tuple[str, ...], count: int) -> list[str]:
    """Make words that are all different."""
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 3))) + rng.choice(ends)] = None
    return list(made)
