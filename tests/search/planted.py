"""Sheets as animators write them, to be found among two hundred that speak of the same things."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.synthetic import write_library
from tests.sheets import PROJECT, fiche_text

if TYPE_CHECKING:
    from pathlib import Path

_AMONG = 200


@dataclass(frozen=True, slots=True)
class Planted:
    """A sheet: what a search needs of it."""

    slug: str
    title: str
    description: str
    text: str


def write_catalogue(folder: Path) -> Path:
    """Write a content folder: the planted sheets, and two hundred synthetic ones."""
    content = folder / "content"
    write_library(content, _AMONG)
    vocabulary = (PROJECT / "content" / "vocabulaire.toml").read_text(encoding="utf-8")
    (content / "vocabulaire.toml").write_text(vocabulary, encoding="utf-8")
    for sheet in PLANTED:
        text = fiche_text(
            f"## Méthode\n\n{sheet.text}\n",
            title=_toml(sheet.title),
            description=_toml(sheet.description),
            company=None,
            slug=_toml(sheet.slug),
        )
        (content / "fiches" / f"{sheet.slug}.md").write_text(text, encoding="utf-8")
    return content


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


PLANTED = (
    Planted(
        "eau",
        "Économiser l’eau à l’atelier",
        "Un compteur par usage, des mousseurs et la chasse aux fuites : un tiers d’eau en moins.",
        "Relevez le compteur le soir et le matin : s’il a tourné, une fuite coule. Posez des "
        "mousseurs aux robinets. Récupérez l’eau de pluie pour laver les sols. Aujourd’hui, "
        "l’atelier boit 400 m³ par an, contre 620.",
    ),
    Planted(
        "electricite",
        "Baisser la facture d’électricité",
        "Éteindre, régler, remplacer : les gestes qui rapportent d’abord, chiffrés.",
        "Demandez la courbe de charge à votre fournisseur. Les veilles de la nuit pèsent souvent "
        "le quart de la consommation. Passez l’éclairage aux LED et coupez l’air comprimé le soir.",
    ),
    Planted(
        "covoiturage",
        "Organiser le covoiturage entre collègues",
        "Une carte au mur, des places réservées et un retour garanti.",
        "Affichez une carte où chacun pique son trajet. Réservez les meilleures places du parking "
        "aux équipages. Promettez un taxi à qui doit repartir plus tôt : personne ne s’en sert.",
    ),
    Planted(
        "velo",
        "Venir au travail à vélo",
        "Un abri, une douche et le forfait mobilités durables.",
        "L’abri ferme à clé. Le forfait mobilités durables rembourse jusqu’à 800 € par an. Une "
        "séance de remise en selle rassure les débutants.",
    ),
    Planted(
        "saisonniers",
        "Fidéliser la main-d’œuvre saisonnière",
        "Logement, contrats qui se suivent et formation : les vendangeurs reviennent.",
        "Annoncez les dates de la récolte dès l’hiver. Une chambre propre compte autant que le "
        "salaire. Les chefs d’équipe forment les nouveaux la première semaine.",
    ),
    Planted(
        "egalite",
        "Mesurer l’égalité entre les femmes et les hommes",
        "Salaires, promotions, congés : compter avant de corriger les écarts.",
        "Sous cinquante salariés l’index n’est pas obligatoire, mais il se calcule en une matinée. "
        "Comparez les rémunérations à poste égal. Corrigez les écarts dès la paie suivante.",
    ),
    Planted(
        "handicap",
        "Recruter une personne en situation de handicap",
        "Adapter l’offre, le poste et l’équipe, avec les aides de l’Agefiph.",
        "Cap emploi présente des candidats. La RQTH ouvre droit à des aides. Un ergonome adapte le "
        "poste. Parlez-en à l’équipe, avec l’accord de la personne.",
    ),
    Planted(
        "teletravail",
        "Écrire une charte de télétravail",
        "Deux jours par semaine, du matériel prêté et le droit à la déconnexion.",
        "La charte tient en deux pages. Elle dit qui peut télétravailler, quand, et comment on "
        "reste joignable. L’entreprise prête l’écran et le fauteuil.",
    ),
    Planted(
        "carbone",
        "Faire son premier bilan carbone",
        "Compter ses gaz à effet de serre sans cabinet, en quatre réunions.",
        "Rassemblez les factures d’énergie, les kilomètres et les achats. Multipliez par les "
        "facteurs d’émission de l’Ademe. Les achats pèsent plus que les trajets : 120 t de CO₂.",
    ),
    Planted(
        "fournisseurs",
        "Évaluer ses fournisseurs",
        "Dix questions, une note, un entretien : choisir aussi sur la façon de produire.",
        "Le questionnaire porte sur les salaires, les déchets et l’origine des matières. Aidez "
        "celui qui a une mauvaise note à progresser avant d’en changer.",
    ),
    Planted(
        "mecenat",
        "Donner du temps à une association",
        "Le mécénat de compétences, une demi-journée par mois.",
        "Chacun choisit sa cause. Le comptable tient les livres d’une épicerie solidaire, la "
        "graphiste refait une affiche. Signez une convention. Ce bénévolat se fait sur le temps "
        "payé.",
    ),
    Planted(
        "haie",
        "Planter une haie au bord du parking",
        "Douze espèces d’ici, un chantier de plantation et plus une goutte de désherbant.",
        "La haie nourrit les oiseaux et les abeilles sauvages. Un pépiniériste du canton fournit "
        "des plants d’un an. On taille en dehors des nids.",
    ),
    Planted(
        "cantine",
        "Réduire le gaspillage à la cantine",
        "Peser les restes, ajuster les portions, composter le pain.",
        "Pesez les biodéchets une semaine. Proposez deux tailles d’assiette. Le gaspillage "
        "alimentaire a baissé de moitié. Le compost retourne au jardin.",
    ),
    Planted(
        "ordinateurs",
        "Allonger la vie des ordinateurs",
        "Ajouter de la mémoire, changer la batterie, acheter reconditionné.",
        "Un ordinateur dure sept ans si l’on change son disque. Achetez reconditionné et revendez "
        "ce qui part. La fabrication d’un écran pèse plus que son usage.",
    ),
    Planted(
        "donnees",
        "Protéger les données des clients",
        "Le RGPD à quatre : un registre, des mots de passe et moins de tableurs.",
        "Listez les fichiers qui contiennent des données personnelles. Effacez ce qui ne sert "
        "plus. Un coffre garde les mots de passe.",
    ),
    Planted(
        "tms",
        "Prévenir les troubles musculo-squelettiques",
        "Tables à hauteur réglable, rotation des postes, échauffement.",
        "Les TMS sont la première maladie professionnelle. Filmez les gestes et les postures, "
        "montrez-les à ceux qui les font. Le mal de dos vient surtout des charges portées.",
    ),
    Planted(
        "epuisement",
        "Repérer l’épuisement professionnel",
        "Charge de travail, signaux faibles et personnes à appeler.",
        "Le burn-out se prépare des mois à l’avance. Un point mensuel sur la charge évite le pire. "
        "Les risques psychosociaux ont leur page dans le document unique.",
    ),
    Planted(
        "apprenti",
        "Accueillir un apprenti et former son tuteur",
        "Une semaine d’accueil, un carnet de bord et un tuteur qui a du temps.",
        "Le tuteur suit deux jours de formation. L’apprenti tient un carnet. L’apprentissage "
        "réussit quand la première semaine est préparée.",
    ),
    Planted(
        "retraite",
        "Préparer les départs à la retraite",
        "Repérer les savoirs rares deux ans avant, et les transmettre à deux.",
        "Dressez la liste des savoir-faire que tient une seule personne. Formez un binôme. Un "
        "temps partiel de fin de carrière aide à transmettre.",
    ),
    Planted(
        "comptes",
        "Ouvrir les comptes aux salariés",
        "Trois chiffres par mois, expliqués, et un accord d’intéressement.",
        "Le dirigeant présente la trésorerie, les commandes et la marge. L’accord d’intéressement "
        "se signe pour trois ans.",
    ),
    Planted(
        "iso",
        "Obtenir la certification ISO 14001",
        "Analyse, objectifs, audit blanc : dix-huit mois pour une imprimerie de trente.",
        "La norme demande d’analyser ses impacts. L’audit blanc a montré un stockage d’encres sans "
        "rétention.",
    ),
    Planted(
        "emballages",
        "Remplacer le plastique des emballages",
        "Carton froissé, bouteilles consignées et colis à la bonne taille.",
        "Le papier bulle disparaît. La consigne fait revenir neuf bouteilles sur dix. Mesurez le "
        "vide des colis.",
    ),
    Planted(
        "livraisons",
        "Grouper les livraisons du dernier kilomètre",
        "Deux tournées au lieu de cinq, dont une en vélo-cargo.",
        "Proposez deux jours de livraison. Le camion part plein. En centre-ville, un vélo-cargo "
        "prend le relais.",
    ),
    Planted(
        "chauffage",
        "Isoler les bureaux et régler le chauffage",
        "Des thermostats, des joints, puis les combles : 19 °C et personne n’a froid.",
        "Commencez par les robinets thermostatiques. Les combles isolés, la chaudière tourne deux "
        "fois moins.",
    ),
    Planted(
        "photovoltaique",
        "Poser des panneaux photovoltaïques sur le toit",
        "Autoconsommer le tiers de son courant : étude, assurance, retour sur investissement.",
        "Les panneaux solaires produisent quand les machines tournent. Vérifiez la charpente. "
        "L’assureur veut un plan.",
    ),
    Planted(
        "illettrisme",
        "Lutter contre l’illettrisme dans l’équipe",
        "Repérer sans blesser, former sur le temps de travail.",
        "Lire une consigne, remplir une fiche : des salariés contournent la difficulté depuis des "
        "années. Les cours se tiennent sur place, par petits groupes.",
    ),
    Planted(
        "aidants",
        "Soutenir les salariés aidants",
        "Horaires souples, jours donnés et un interlocuteur.",
        "Un salarié sur six s’occupe d’un proche malade ou âgé. Des collègues peuvent lui donner "
        "des jours de repos.",
    ),
    Planted(
        "paiement",
        "Payer ses fournisseurs à l’heure",
        "Trente jours, sans relance : un circuit de facture plus court.",
        "Les retards étranglent les petits. Suivez le délai de paiement moyen chaque mois.",
    ),
    Planted(
        "allegations",
        "Vérifier ses arguments écologiques",
        "« Vert », « neutre », « naturel » : ce que la loi interdit, et comment dire vrai.",
        "L’écoblanchiment, ou greenwashing, coûte des amendes. Chaque argument renvoie à sa "
        "preuve. Le mot « biodégradable » est interdit sur un emballage.",
    ),
    Planted(
        "reparer",
        "Réparer l’outillage plutôt que le jeter",
        "Un établi, un stock de pièces et un atelier de réparation le vendredi.",
        "La visseuse tombe en panne pour un charbon à 4 €. Le vendredi, chacun apporte ce qui ne "
        "marche plus.",
    ),
    Planted(
        "harcelement",
        "Nommer un référent contre le harcèlement",
        "Une personne formée, une adresse, une enquête en dix jours.",
        "Affichez le nom du référent. Toute alerte reçoit une réponse en deux jours. L’enquête "
        "entend chacun séparément.",
    ),
    Planted(
        "dirigeants",
        "Réunir un cercle de dirigeants",
        "Six rencontres par an pour parler franchement de ce qui coince.",
        "Chacun apporte une question. Ce qui se dit reste entre les murs. L’animateur tient "
        "l’heure et la mémoire du cercle.",
    ),
)
