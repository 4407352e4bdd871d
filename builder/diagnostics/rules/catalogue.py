"""What no sheet can tell alone: addresses, witnesses."""

from __future__ import annotations

from builder.diagnostics.model import Rule, Severity


class AdresseEnDouble(Rule):
    """Deux pages ont la même adresse

    **Ce que vérifie.** Chaque fiche (et chaque témoin) a une adresse à elle. Majuscules et accents
    n’y comptent pas.
    **Pourquoi.** L’une effacerait l’autre.
    **Exemple.** Deux fiches intitulées « Trier ses déchets », ou « Été » et « ETE ».
    **Correction.** Changez un titre, ou donnez à l’une un `slug` différent.
    """

    code = "FP401"
    name = "adresse-en-double"
    severity = Severity.ERREUR
    message = "l’adresse `{address}` est déjà celle de {other}{likeness}"
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


class AdresseReservee(Rule):
    """Une adresse sert déjà au site lui-même

    **Ce que vérifie.** L’adresse d’une fiche ou d’un témoin n’est ni `index`, ni `404`, ni `page`,
    ni `comparer`, ni un nom que Windows refuse (`con`, `aux`, `nul`…) ; celle d’un vocabulaire
    n’est pas celle d’un dossier du site (`fiches`, `temoins`, `uploads`…).
    **Pourquoi.** La page prendrait la place d’une autre, ou ne pourrait pas être copiée sur un
    ordinateur sous Windows.
    **Exemple.** `slug = "index"`, ou une fiche intitulée « Index ».
    **Correction.** Donnez une autre adresse avec `slug` (`adresse` pour un vocabulaire).
    """

    code = "FP404"
    name = "adresse-reservee"
    severity = Severity.ERREUR
    message = "l’adresse « {value} » est réservée : {reason}"
    aide = "donnez une autre adresse, par exemple `{example}`"


class AdresseInterdite(Rule):
    r"""L’adresse demandée contient un signe interdit

    **Ce que vérifie.** `slug` est un nom simple : ni `/`, ni `..`, ni `\`, ni `:`, ni code comme
    `%2e`, ni caractère invisible.
    **Pourquoi.** Ces signes désignent un autre dossier ou un autre site : la page irait ailleurs
    que là où on la lit.
    **Exemple.** `slug = "../accueil"`
    **Correction.** Écrivez seulement la dernière partie de l’adresse : `slug = "accueil"`.
    """

    code = "FP405"
    name = "adresse-interdite"
    severity = Severity.ERREUR
    message = "l’adresse « {value} » ne peut pas contenir {sign}"
    aide = 'écrivez seulement la fin de l’adresse, par exemple `slug = "{slug}"`'


class AdresseTropLongue(Rule):
    """L’adresse demandée est trop longue

    **Ce que vérifie.** `slug` a 80 caractères au plus.
    **Pourquoi.** Au-delà, l’adresse est coupée ; une longue adresse se copie mal dans un courriel.
    **Exemple.** Un `slug` qui recopie tout le titre.
    **Correction.** Gardez les trois ou quatre mots qui comptent.
    """

    code = "FP406"
    name = "adresse-trop-longue"
    severity = Severity.AVERTISSEMENT
    message = "l’adresse a {count} caractères : elle est coupée à « {slug} »"
    aide = "raccourcissez-la à quelques mots, 80 caractères au plus"


class TemoinInconnu(Rule):
    """Aucun fichier ne raconte une entreprise témoin

    **Ce que vérifie.** Chaque entreprise que nomme une fiche a son fichier dans
    `content/temoins/`. La remarque n’est faite qu’une fois par entreprise.
    **Pourquoi.** Sa page existe déjà, faite de ses fiches ; un fichier y ajoute son territoire, ses
    indicateurs et son histoire. C’est aussi le signe d’un nom mal écrit.
    **Exemple.** `company = "Apnos"`, sans fichier pour Apnos.
    **Correction.** Créez le fichier, ou laissez ainsi si les fiches suffisent.
    """

    code = "FP411"
    name = "temoin-inconnu"
    severity = Severity.INFO
    message = "aucun fichier de `content/temoins/` ne raconte « {company} »"
    aide = "créez `content/temoins/{slug}.md` si vous pouvez en dire plus que ses fiches"


class EntrepriseDeuxOrthographes(Rule):
    """Une entreprise est écrite de deux façons

    **Ce que vérifie.** Une entreprise a le même nom, lettre pour lettre, dans toutes les fiches et
    dans le fichier du témoin. Le nom du témoin fait foi, sinon le plus fréquent.
    **Pourquoi.** Deux noms différents font deux pages de témoin ; une majuscule ou un accent de
    trop se voit dans les listes.
    **Exemple.** « Conexing » dans une fiche, « Connexing » dans les autres.
    **Correction.** Recopiez le nom que le message propose. Si ce sont deux entreprises, gardez les
    deux noms.
    """

    code = "FP412"
    name = "entreprise-deux-orthographes"
    severity = Severity.AVERTISSEMENT
    message = "« {company} » ici, « {other} » dans `{path}` : une entreprise sous deux noms"
    aide = "{cure}"


class IndicateurSansUnite(Rule):
    """Un indicateur n’a pas d’unité

    **Ce que vérifie.** Chaque indicateur qui a des valeurs a son `unite`.
    **Pourquoi.** « 58 000 » ne dit rien : des euros, des kWh, des personnes ?
    **Exemple.** `nom = "Électricité"` et `unite = ""`
    **Correction.** Écrivez l’unité, en toutes lettres si elle n’a pas de signe : `"accidents"`.
    """

    code = "FP413"
    name = "indicateur-sans-unite"
    severity = Severity.AVERTISSEMENT
    message = "l’indicateur « {nom} » n’a pas d’unité"
    aide = 'écrivez par exemple `unite = "kWh"`, `"€"` ou `"personnes"`'


class AnneeInvalide(Rule):
    """Une année d’un témoin n’en est pas une

    **Ce que vérifie.** Chaque valeur d’un indicateur est sous une année en quatre chiffres, de 1900
    à 2099. Une année dite estimée (`estime`) a une valeur ; sinon, c’est un avertissement. L’année
    de création (`founded`) a quatre chiffres elle aussi.
    **Pourquoi.** Le dessin range les valeurs par année : une année fautive le rendrait faux.
    **Exemple.** `valeurs = { "20013" = 58000 }`
    **Correction.** Écrivez l’année sur quatre chiffres, entre guillemets.
    """

    code = "FP414"
    name = "annee-invalide"
    severity = Severity.ERREUR
    message = "{what}"
    aide = "{cure}"


class TemoinSansFiche(Rule):
    """Un témoin n’est nommé par aucune fiche

    **Ce que vérifie.** Chaque fichier de `content/temoins/` raconte une entreprise qu’au moins une
    fiche nomme dans `company`.
    **Pourquoi.** Le lecteur qui y arrive ne trouve aucune pratique à reprendre, et aucune fiche n’y
    mène.
    **Exemple.** `temoins/apnos.md`, et pas une fiche avec `company = "Apnos"`.
    **Correction.** Nommez-le dans les fiches qu’il raconte (`company = "A / B"` pour deux), ou
    gardez sa page en brouillon en attendant.
    """

    code = "FP415"
    name = "temoin-sans-fiche"
    severity = Severity.AVERTISSEMENT
    message = "aucune fiche ne nomme « {company} »"
    aide = 'écrivez `company = "{company}"` dans la fiche qu’il raconte, ou `draft = true` ici'
