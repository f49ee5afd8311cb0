<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AbsenceDialog</name>
    <message>
        <source>From</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Continuer sans ce membre</translation>
    </message>
    <message>
        <source>Somebody in their place</source>
        <translation>Mettre quelqu’un à sa place</translation>
    </message>
    <message>
        <source>Adjourn who is left</source>
        <translation>Ajourner les passages restants</translation>
    </message>
    <message>
        <source>There from</source>
        <translation>Présence à partir de</translation>
    </message>
    <message>
        <source>Nobody is left to be heard by this jury.</source>
        <translation>Ce jury n’a plus personne à entendre.</translation>
    </message>
    <message>
        <source>A member is missing</source>
        <translation>Un membre manque</translation>
    </message>
    <message>
        <source>What it means for everybody who is still to be heard, and what can be done.</source>
        <translation>Ce que cela change pour chaque candidature encore à entendre, et ce qui peut être fait.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Reason, for the minutes</source>
        <translation>Motif, pour le procès-verbal</translation>
    </message>
    <message>
        <source>Presides from then on</source>
        <translation>Préside à partir de là</translation>
    </message>
    <message>
        <source>In their place</source>
        <translation>À sa place</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Conséquences</translation>
    </message>
    <message>
        <source>Those who are there go on, as long as they may decide.</source>
        <translation>Les membres présents continuent, tant qu’ils peuvent décider.</translation>
    </message>
    <message>
        <source>Somebody takes the seat for those not heard yet; both stand in the minutes.</source>
        <translation>Une autre personne prend le siège pour les passages qui restent&#xa0;; les deux figurent au procès-verbal.</translation>
    </message>
    <message>
        <source>Nobody else is heard today; they are scheduled again and summoned anew.</source>
        <translation>Plus personne n’est entendu par ce jury&#xa0;: ces candidatures sont à replanifier et à convoquer de nouveau.</translation>
    </message>
    <message>
        <source>Note it and go on</source>
        <translation>Noter et continuer</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Adjourn</source>
        <translation>Ajourner</translation>
    </message>
    <message>
        <source>The rules let nobody take this seat now.</source>
        <translation>Les règles ne permettent à personne de prendre ce siège maintenant.</translation>
    </message>
    <message>
        <source>deliberating: {count}</source>
        <translation>délibèrent&#xa0;: {count}</translation>
    </message>
    <message>
        <source>irregular</source>
        <translation>irrégulier</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>régulier</translation>
    </message>
</context>
<context>
    <name>AcquisitionDialog</name>
    <message>
        <source>Blocks acquired elsewhere</source>
        <translation>Blocs acquis ailleurs</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non connue</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Acquired on</source>
        <translation>Acquis le</translation>
    </message>
    <message>
        <source>Access route</source>
        <translation>Voie d’accès</translation>
    </message>
    <message>
        <source>Statement of blocks, minutes, parchment: with its date.</source>
        <translation>Attestation de blocs, procès-verbal, parchemin&#xa0;: avec sa date.</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>Ce qui le prouve</translation>
    </message>
    <message>
        <source>This sheet has no blocks here: the whole certification is recorded.</source>
        <translation>Cette fiche n’a pas de blocs ici&#xa0;: la certification entière est enregistrée.</translation>
    </message>
    <message>
        <source>Tick at least one block.</source>
        <translation>Cochez au moins un bloc.</translation>
    </message>
    <message>
        <source>Not a date. Write it as 04/12/2026.</source>
        <translation>Ce n’est pas une date. Écrivez-la comme 04/12/2026.</translation>
    </message>
</context>
<context>
    <name>AlternativesDialog</name>
    <message>
        <source>Plans for {code}</source>
        <translation>Plannings pour {code}</translation>
    </message>
    <message>
        <source>Whatever comes first, the best plan is the same one.</source>
        <translation>Quelle que soit la priorité, le meilleur planning est le même.</translation>
    </message>
    <message>
        <source>Each puts something else first; who is heard and the legal deadlines always come before. The best of each line is marked.</source>
        <translation>Chacun met autre chose en premier&#xa0;; les candidats entendus et les échéances légales passent toujours avant. Le meilleur de chaque ligne est marqué.</translation>
    </message>
    <message>
        <source>Appointments that differ from the screen</source>
        <translation>Rendez-vous différents de l’écran</translation>
    </message>
    <message>
        <source>Examiners on other half-days than in the first</source>
        <translation>Jurés à d’autres demi-journées</translation>
    </message>
    <message>
        <source>Proved the best</source>
        <translation>Optimal, prouvé</translation>
    </message>
    <message>
        <source>Best found</source>
        <translation>Meilleur trouvé</translation>
    </message>
    <message>
        <source>Take it ({key})</source>
        <translation>Prendre ({key})</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
</context>
<context>
    <name>AmendDialog</name>
    <message>
        <source>What is corrected</source>
        <translation>Ce qui est rectifié</translation>
    </message>
    <message>
        <source>Issue the amendment</source>
        <translation>Établir le rectificatif</translation>
    </message>
    <message>
        <source>Amend minutes {number}</source>
        <translation>Rectifier le procès-verbal {number}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Demandée par</translation>
    </message>
    <message>
        <source>The minutes stay as they were issued. The amendment takes the next number and replaces them in the points changed here; it is never undone, only amended in turn.</source>
        <translation>Le procès-verbal reste tel qu’il a été établi. Le rectificatif prend le numéro suivant et le remplace pour les points changés ici&#xa0;; il ne s’annule pas, il se rectifie à son tour.</translation>
    </message>
    <message>
        <source>The whole certification</source>
        <translation>Certification entière</translation>
    </message>
    <message>
        <source>On file today: {value}</source>
        <translation>Au dossier aujourd’hui&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Not shown here: {count}</source>
        <translation>Non affichés ici&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Rien n’est encore changé.</translation>
    </message>
    <message>
        <source>{name}, {statement}: {before} → {after}</source>
        <translation>{name}, {statement}&#xa0;: {before} → {after}</translation>
    </message>
</context>
<context>
    <name>AskedRow</name>
    <message>
        <source>Attach…</source>
        <translation>Joindre…</translation>
    </message>
    <message>
        <source>Attach: {name}</source>
        <translation>Joindre&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>AskingBar</name>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>A date is missing.</source>
        <translation>Il manque une date.</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>Attach documents</source>
        <translation>Joindre des pièces</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Ne pas le joindre</translation>
    </message>
    <message>
        <source>What is {name}?</source>
        <translation>Qu’est-ce que {name}&#xa0;?</translation>
    </message>
    <message>
        <source>What is each of them? A first guess is made.</source>
        <translation>De quelle pièce s’agit-il&#xa0;? Une première idée est proposée d’après le nom.</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Joindre</translation>
    </message>
    <message>
        <source>Attach {count} documents</source>
        <translation>Joindre {count} pièces</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Reading {count} files</source>
        <translation>Lecture des fichiers ({count})</translation>
    </message>
    <message>
        <source>In the file already, with the same content: {names}</source>
        <translation>Déjà au dossier, avec le même contenu&#xa0;: {names}</translation>
    </message>
</context>
<context>
    <name>AvailabilityEditor</name>
    <message>
        <source>Read this calendar</source>
        <translation>Lire ce calendrier</translation>
    </message>
    <message>
        <source>Press Enter to take over what is written, or clear it.</source>
        <translation>Appuyez sur Entrée pour reprendre ce qui est écrit, ou effacez-le.</translation>
    </message>
    <message>
        <source>away</source>
        <translation>indisponible</translation>
    </message>
    <message>
        <source>rather not</source>
        <translation>plutôt pas</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>nothing said</source>
        <translation>rien dit</translation>
    </message>
    <message>
        <source>3-5/11, 12/11 morning, rather not 4/12, option until 1 March for 15-16/03</source>
        <translation>3-5/11, 12/11 matin, plutôt pas le 4/12, option jusqu’au 1er mars pour le 15-16/03</translation>
    </message>
    <message>
        <source>Availability as people write it</source>
        <translation>Disponibilités, comme on les écrit</translation>
    </message>
    <message>
        <source>Paint with</source>
        <translation>Peindre en</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Read a calendar (.ics)…</source>
        <translation>Lire un calendrier (.ics)…</translation>
    </message>
</context>
<context>
    <name>AvailabilityList</name>
    <message>
        <source>Nothing is said: this person counts as available. Paint half-days, write below, or read their calendar.</source>
        <translation>Rien n’est dit&#xa0;: cette personne compte comme disponible. Peignez des demi-journées, écrivez ci-dessous ou lisez son calendrier.</translation>
    </message>
    <message>
        <source>Past entries, kept: {count}</source>
        <translation>Périodes passées, gardées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Write anew: {entry}</source>
        <translation>Récrire&#xa0;: {entry}</translation>
    </message>
    <message>
        <source>Take away: {entry}</source>
        <translation>Retirer&#xa0;: {entry}</translation>
    </message>
    <message>
        <source>lapsed: counts as not available</source>
        <translation>échue&#xa0;: compte comme non disponible</translation>
    </message>
    <message>
        <source>Confirmed: {entry}</source>
        <translation>Confirmé&#xa0;: {entry}</translation>
    </message>
</context>
<context>
    <name>BallotRow</name>
    <message>
        <source>Presides</source>
        <translation>Préside</translation>
    </message>
</context>
<context>
    <name>BirthPlaceFields</name>
    <message>
        <source>Name, postal code or INSEE code</source>
        <translation>Nom, code postal ou code INSEE</translation>
    </message>
    <message>
        <source>Born in</source>
        <translation>Lieu de naissance</translation>
    </message>
    <message>
        <source>INSEE or postal code</source>
        <translation>Code INSEE ou postal</translation>
    </message>
    <message>
        <source>Country of birth</source>
        <translation>Pays de naissance</translation>
    </message>
    <message>
        <source>former, today {place}</source>
        <translation>ancienne, aujourd’hui {place}</translation>
    </message>
    <message>
        <source>country</source>
        <translation>pays</translation>
    </message>
</context>
<context>
    <name>BlockRow</name>
    <message>
        <source>Acquired</source>
        <translation>Acquis</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>What was missing</source>
        <translation>Ce qui manquait</translation>
    </message>
    <message>
        <source>On what evidence</source>
        <translation>Sur quels éléments</translation>
    </message>
    <message>
        <source>What is advised</source>
        <translation>Ce qui est conseillé</translation>
    </message>
    <message>
        <source>acquired before</source>
        <translation>acquis auparavant</translation>
    </message>
</context>
<context>
    <name>BoardActs</name>
    <message>
        <source>Propose juries</source>
        <translation>Proposer les jurys</translation>
    </message>
    <message>
        <source>Deliberation</source>
        <translation>Délibération</translation>
    </message>
    <message>
        <source>Roster as a workbook…</source>
        <translation>Liste sur classeur…</translation>
    </message>
    <message>
        <source>Add candidates…</source>
        <translation>Ajouter des candidats…</translation>
    </message>
    <message>
        <source>Add a jury…</source>
        <translation>Ajouter un jury…</translation>
    </message>
    <message>
        <source>Delete this session</source>
        <translation>Supprimer cette session</translation>
    </message>
    <message>
        <source>Forbid…</source>
        <translation>Interdire…</translation>
    </message>
    <message>
        <source>Reason of a one-sex jury</source>
        <translation>Motif d’un jury d’un seul sexe</translation>
    </message>
    <message>
        <source>Why could nobody of the other sex sit? The minutes print this.</source>
        <translation>Pourquoi personne de l’autre sexe n’a-t-il pu siéger&#xa0;? Le procès-verbal imprime ce motif.</translation>
    </message>
    <message>
        <source>Drop every pin</source>
        <translation>Retirer toutes les épingles</translation>
    </message>
    <message>
        <source>Save the roster</source>
        <translation>Enregistrer la liste</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Expense claims</source>
        <translation>États de frais</translation>
    </message>
    <message>
        <source>Certifications, days, rooms, address…</source>
        <translation>Certifications, jours, salles, adresse…</translation>
    </message>
</context>
<context>
    <name>BoardPickers</name>
    <message>
        <source>An hour for {name}</source>
        <translation>Un horaire pour {name}</translation>
    </message>
    <message>
        <source>These hours break no rule.</source>
        <translation>Ces horaires ne contreviennent à aucune règle.</translation>
    </message>
    <message>
        <source>No hour is free and legal: add a day, a room or a jury.</source>
        <translation>Aucun horaire libre n’est régulier&#xa0;: ajoutez un jour, une salle ou un jury.</translation>
    </message>
    <message>
        <source>The jury begins empty: its seats are filled one by one.</source>
        <translation>Le jury commence vide&#xa0;: ses sièges se remplissent un à un.</translation>
    </message>
    <message>
        <source>Every room has a jury on every half-day.</source>
        <translation>Chaque salle a un jury sur chaque demi-journée.</translation>
    </message>
    <message>
        <source>Add a jury</source>
        <translation>Ajouter un jury</translation>
    </message>
    <message>
        <source>All of them: {count}</source>
        <translation>Tous&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Whoever is ready on that day</source>
        <translation>Tous ceux qui sont prêts ce jour-là</translation>
    </message>
    <message>
        <source>Ready on the first day, and in no other session.</source>
        <translation>Prêts le premier jour, et dans aucune autre session.</translation>
    </message>
    <message>
        <source>Add candidates</source>
        <translation>Ajouter des candidats</translation>
    </message>
    <message>
        <source>Nobody else is ready for what this session judges.</source>
        <translation>Personne d’autre n’est prêt·e pour ce que juge cette session.</translation>
    </message>
</context>
<context>
    <name>BoardWays</name>
    <message>
        <source>Write the reason…</source>
        <translation>Écrire le motif…</translation>
    </message>
    <message>
        <source>Show the jury</source>
        <translation>Voir le jury</translation>
    </message>
    <message>
        <source>Show the hearing</source>
        <translation>Voir le passage</translation>
    </message>
    <message>
        <source>Open the certification</source>
        <translation>Ouvrir la certification</translation>
    </message>
    <message>
        <source>Find a substitute…</source>
        <translation>Chercher un/e suppléant/e…</translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Calendar {file}</source>
        <translation>Calendrier {file}</translation>
    </message>
    <message>
        <source>Read from {first} to {last}: events {count}. They take the half-days that they touch.</source>
        <translation>Lu du {first} au {last}&#xa0;: {count} événements. Chacun occupe les demi-journées qu’il touche.</translation>
    </message>
    <message>
        <source>Shown as free, left out: {count}.</source>
        <translation>Affichés comme libres, écartés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Cancelled, left out: {count}.</source>
        <translation>Annulés, écartés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>In the evening or at night, left out: {count}.</source>
        <translation>Le soir ou la nuit, écartés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Added: {count}</source>
        <translation>Ajoutées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Kept: {count}</source>
        <translation>Gardées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Taken away: {count}</source>
        <translation>Retirées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>It takes no half-day: nothing of an earlier calendar is left.</source>
        <translation>Il n’occupe aucune demi-journée&#xa0;: rien ne reste d’un calendrier précédent.</translation>
    </message>
</context>
<context>
    <name>CandidateBulk</name>
    <message>
        <source>Persons: {count}</source>
        <translation>Personnes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Where they stand</source>
        <translation>Où elles en sont</translation>
    </message>
    <message>
        <source>Compare the two files…</source>
        <translation>Comparer les deux dossiers…</translation>
    </message>
    <message>
        <source>Take a step…</source>
        <translation>Franchir une étape…</translation>
    </message>
    <message>
        <source>Set a field…</source>
        <translation>Modifier un champ…</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Écrire une note…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>What should the note on each of them say?</source>
        <translation>Que doit dire la note sur chacune de ces personnes&#xa0;?</translation>
    </message>
    <message>
        <source>Where should the roster go?</source>
        <translation>Où enregistrer le tableau&#xa0;?</translation>
    </message>
    <message>
        <source>candidates.xlsx</source>
        <translation>candidats.xlsx</translation>
    </message>
    <message>
        <source>Candidacies selected: {count}</source>
        <translation>Candidatures choisies&#xa0;: {count}</translation>
    </message>
    <message>
        <source>No step is open to all of them today. Select fewer, or alike ones.</source>
        <translation>Aucune étape n’est ouverte à toutes aujourd’hui. Choisissez-en moins, ou de semblables.</translation>
    </message>
    <message>
        <source>Candidacies exported: {count}.</source>
        <translation>Candidatures exportées&#xa0;: {count}.</translation>
    </message>
</context>
<context>
    <name>CandidateFields</name>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>not handed in</source>
        <translation>non remis</translation>
    </message>
    <message>
        <source>One third more time (adaptation)</source>
        <translation>Tiers temps (aménagement)</translation>
    </message>
    <message>
        <source>A birth name is needed.</source>
        <translation>Il faut un nom de naissance.</translation>
    </message>
    <message>
        <source>One first name is needed.</source>
        <translation>Il faut un prénom.</translation>
    </message>
    <message>
        <source>Not an e-mail address.</source>
        <translation>Ce n’est pas une adresse électronique.</translation>
    </message>
    <message>
        <source>A mark from 0 to 20.</source>
        <translation>Une note de 0 à 20.</translation>
    </message>
    <message>
        <source>As in the civil register: this is what the papers print.</source>
        <translation>Comme à l’état civil&#xa0;: c’est ce que les papiers impriment.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Birth name</source>
        <translation>Nom de naissance</translation>
    </message>
    <message>
        <source>First names</source>
        <translation>Prénoms</translation>
    </message>
    <message>
        <source>In their order, commas between.</source>
        <translation>Dans leur ordre, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Name in use</source>
        <translation>Nom d’usage</translation>
    </message>
    <message>
        <source>Sex (civil status)</source>
        <translation>Sexe (état civil)</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Shows ties with examiners.</source>
        <translation>Révèle les liens avec les jurés.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Parcours</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>Access route</source>
        <translation>Voie d’accès</translation>
    </message>
    <message>
        <source>Path begun on</source>
        <translation>Parcours commencé le</translation>
    </message>
    <message>
        <source>Decides which law holds.</source>
        <translation>Décide du droit applicable.</translation>
    </message>
    <message>
        <source>Codes with commas between; empty means the whole certification.</source>
        <translation>Codes séparés par des virgules&#xa0;; vide&#xa0;: la certification entière.</translation>
    </message>
    <message>
        <source>Blocks aimed at</source>
        <translation>Blocs visés</translation>
    </message>
    <message>
        <source>Validation of experience</source>
        <translation>Validation des acquis de l’expérience</translation>
    </message>
    <message>
        <source>First file received</source>
        <translation>Livret 1 reçu</translation>
    </message>
    <message>
        <source>First file complete</source>
        <translation>Livret 1 complet</translation>
    </message>
    <message>
        <source>Admissibility</source>
        <translation>Recevabilité</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Décidée le</translation>
    </message>
    <message>
        <source>Second file received</source>
        <translation>Livret 2 reçu</translation>
    </message>
    <message>
        <source>Accompanied by</source>
        <translation>Accompagnement</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Assessment out of 20</source>
        <translation>Évaluation sur 20</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Dissertation</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Work placement</source>
        <translation>Lieu de stage</translation>
    </message>
    <message>
        <source>Referent trainer</source>
        <translation>Formateur référent</translation>
    </message>
    <message>
        <source>For the session</source>
        <translation>Pour la session</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Pas avant le</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Born abroad: 1985 or 03/1985 if need be.</source>
        <translation>À l’étranger&#xa0;: 1985 ou 03/1985 au besoin.</translation>
    </message>
    <message>
        <source>Other employers</source>
        <translation>Autres employeurs</translation>
    </message>
    <message>
        <source>Before, or at the same time: they show ties as well.</source>
        <translation>Avant, ou en même temps&#xa0;: ils révèlent aussi des liens.</translation>
    </message>
    <message>
        <source>Step-free access (adaptation)</source>
        <translation>Accès PMR (aménagement)</translation>
    </message>
</context>
<context>
    <name>CandidateFile</name>
    <message>
        <source>Path</source>
        <translation>Parcours</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Pièces</translation>
    </message>
</context>
<context>
    <name>CandidateFileView</name>
    <message>
        <source>Candidacy</source>
        <translation>Candidature</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>New candidacy…</source>
        <translation>Nouvelle candidature…</translation>
    </message>
</context>
<context>
    <name>CandidateForm</name>
    <message>
        <source>New candidate</source>
        <translation>Nouveau candidat</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Somebody else has changed since: {fields}. Yours would replace it.</source>
        <translation>Modifié entre-temps par quelqu’un d’autre&#xa0;: {fields}. Votre saisie le remplacerait.</translation>
    </message>
    <message>
        <source>What the rules say</source>
        <translation>Ce que disent les règles</translation>
    </message>
    <message>
        <source>As you type; a draft may be saved as it is.</source>
        <translation>À mesure de la saisie&#xa0;; un brouillon peut être enregistré tel quel.</translation>
    </message>
    <message>
        <source>Nothing stands against this file.</source>
        <translation>Rien ne s’oppose à ce dossier.</translation>
    </message>
    <message>
        <source>Forget what I typed</source>
        <translation>Oublier ce que j’ai saisi</translation>
    </message>
    <message>
        <source>This is what you had typed and not saved.</source>
        <translation>Voici ce que vous aviez saisi sans l’enregistrer.</translation>
    </message>
    <message>
        <source>Identity for the CPF: {points} out of 100</source>
        <translation>Identité pour le CPF&#xa0;: {points} sur 100</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Aller au champ</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Rien ne manque.</translation>
    </message>
    <message>
        <source>New candidacy of this person</source>
        <translation>Nouvelle candidature de cette personne</translation>
    </message>
</context>
<context>
    <name>CandidateInspector</name>
    <message>
        <source>Choose a candidate to see the file.</source>
        <translation>Choisissez un candidat pour voir son dossier.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Nothing stands against this file.</source>
        <translation>Rien ne s’oppose à ce dossier.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Parcours</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Ties with examiners</source>
        <translation>Liens avec des jurés</translation>
    </message>
    <message>
        <source>All candidacies</source>
        <translation>Toutes ses candidatures</translation>
    </message>
    <message>
        <source>First names</source>
        <translation>Prénoms</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>Born in</source>
        <translation>Lieu de naissance</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>the whole certification</source>
        <translation>la certification entière</translation>
    </message>
    <message>
        <source>Aims at</source>
        <translation>Vise</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Pas avant le</translation>
    </message>
    <message>
        <source>Adaptation</source>
        <translation>Aménagement</translation>
    </message>
    <message>
        <source>one third more time</source>
        <translation>tiers temps</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Formateur</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Commencé le</translation>
    </message>
    <message>
        <source>First file</source>
        <translation>Livret 1</translation>
    </message>
    <message>
        <source>Admissibility</source>
        <translation>Recevabilité</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Second file</source>
        <translation>Livret 2</translation>
    </message>
    <message>
        <source>Accompanied by</source>
        <translation>Accompagnement</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Other employers</source>
        <translation>Autres employeurs</translation>
    </message>
    <message>
        <source>step-free access</source>
        <translation>accès PMR</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Deadline near</source>
        <translation>Échéance proche</translation>
    </message>
    <message>
        <source>CPF identity</source>
        <translation>Identité CPF</translation>
    </message>
    <message>
        <source>CPF identity incomplete</source>
        <translation>Identité CPF incomplète</translation>
    </message>
    <message>
        <source>CPF identity complete</source>
        <translation>Identité CPF complète</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complète</translation>
    </message>
    <message>
        <source>{points} of 100</source>
        <translation>{points} sur 100</translation>
    </message>
    <message>
        <source>Blocks left</source>
        <translation>Blocs restants</translation>
    </message>
    <message>
        <source>One block away</source>
        <translation>À un bloc près</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>CandidatesPage</name>
    <message>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <source>Which roster of candidates?</source>
        <translation>Quel tableau de candidats&#xa0;?</translation>
    </message>
    <message>
        <source>Name, e-mail, certification…</source>
        <translation>Nom, courriel, certification…</translation>
    </message>
    <message>
        <source>No candidate yet</source>
        <translation>Aucun candidat pour l’instant</translation>
    </message>
    <message>
        <source>Import the roster of your office, or enter a first candidate.</source>
        <translation>Importez le tableau de suivi de votre bureau, ou saisissez un premier candidat.</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>Importer un tableau</translation>
    </message>
    <message>
        <source>New candidate</source>
        <translation>Nouveau candidat</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Export all candidates…</source>
        <translation>Exporter tous les candidats…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Settle what blocks first.</source>
        <translation>Réglez d’abord ce qui bloque.</translation>
    </message>
    <message>
        <source>Accept the file</source>
        <translation>Accepter le dossier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Candidacies: {count}</source>
        <translation>Candidatures&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Candidacies exported: {count}.</source>
        <translation>Candidatures exportées&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>candidates.xlsx</source>
        <translation>candidats.xlsx</translation>
    </message>
    <message>
        <source>Possible doubles</source>
        <translation>Doublons possibles</translation>
    </message>
    <message>
        <source>Not saved: what you typed is kept as a draft.</source>
        <translation>Non enregistré&#xa0;: votre saisie est gardée en brouillon.</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>La reprendre</translation>
    </message>
</context>
<context>
    <name>CertificationSheet</name>
    <message>
        <source>Registered</source>
        <translation>Enregistrée</translation>
    </message>
    <message>
        <source>No longer registered</source>
        <translation>N’est plus enregistrée</translation>
    </message>
    <message>
        <source>Registration unknown</source>
        <translation>Enregistrement inconnu</translation>
    </message>
    <message>
        <source>Candidacies: {count}</source>
        <translation>Candidatures&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Registered from</source>
        <translation>Enregistrée du</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Last delivery</source>
        <translation>Dernière délivrance</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Remplace</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Remplacée par</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Access routes</source>
        <translation>Voies d’accès</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermée</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>Not read in any source.</source>
        <translation>Lu dans aucune source.</translation>
    </message>
    <message>
        <source>Jury</source>
        <translation>Jury</translation>
    </message>
    <message>
        <source>No composition is known; take that of another sheet and confirm it.</source>
        <translation>Aucune composition n’est connue&#xa0;; prenez celle d’une autre fiche et confirmez-la.</translation>
    </message>
    <message>
        <source>As published in the sheet ({source}).</source>
        <translation>Telle que publiée dans la fiche ({source}).</translation>
    </message>
    <message>
        <source>Confirmed by {person} on {day}, after {source}.</source>
        <translation>Confirmée par {person} le {day}, d’après {source}.</translation>
    </message>
    <message>
        <source>Proposed after {source}: to be confirmed before a session is held.</source>
        <translation>Proposée d’après {source}&#xa0;: à confirmer avant de tenir une session.</translation>
    </message>
    <message>
        <source>External</source>
        <translation>Externe</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Délibère</translation>
    </message>
    <message>
        <source>Present, no vote</source>
        <translation>Présent sans voix</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Skills, judged as a whole</source>
        <translation>Compétences, jugées dans leur ensemble</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>Sur quoi cela repose</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Deduced</source>
        <translation>Déduit</translation>
    </message>
</context>
<context>
    <name>CertificationsPage</name>
    <message>
        <source>Certifications</source>
        <translation>Certifications</translation>
    </message>
    <message>
        <source>Number or title</source>
        <translation>Numéro ou intitulé</translation>
    </message>
    <message>
        <source>No certification</source>
        <translation>Aucune certification</translation>
    </message>
    <message>
        <source>A workspace begins with the sheets of CEFPF; this one has lost them.</source>
        <translation>Un espace de travail commence avec les fiches du CEFPF&#xa0;; celui-ci les a perdues.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Intitulé</translation>
    </message>
    <message>
        <source>Jury</source>
        <translation>Jury</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>à confirmer</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>établi</translation>
    </message>
    <message>
        <source>Confirm the jury…</source>
        <translation>Confirmer le jury…</translation>
    </message>
    <message>
        <source>Take that of RNCP6082</source>
        <translation>Prendre celle de la RNCP6082</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Confirm as shown</source>
        <translation>Confirmer telle quelle</translation>
    </message>
    <message>
        <source>Nobody has read the jury of {code} in its sheet. Do you answer for the composition shown? Your name and the day are kept.</source>
        <translation>Personne n’a lu le jury de la {code} dans sa fiche. Répondez-vous de la composition affichée&#xa0;? Votre nom et la date sont conservés.</translation>
    </message>
    <message>
        <source>Composition of the jury</source>
        <translation>Composition du jury</translation>
    </message>
    <message>
        <source>Who answers for it?</source>
        <translation>Qui en répond&#xa0;?</translation>
    </message>
    <message>
        <source>First and last name, as the minutes will print them.</source>
        <translation>Prénom et nom, tels que le procès-verbal les portera.</translation>
    </message>
    <message>
        <source>Nothing was confirmed: no name was given.</source>
        <translation>Rien n’est confirmé&#xa0;: aucun nom n’a été donné.</translation>
    </message>
    <message>
        <source>Sheets: {count}</source>
        <translation>Fiches&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Add an entry condition…</source>
        <translation>Ajouter une condition d’entrée…</translation>
    </message>
    <message>
        <source>Add an equivalence…</source>
        <translation>Ajouter une équivalence…</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>What the route asks for</source>
        <translation>Ce que la voie demande</translation>
    </message>
    <message>
        <source>Needed documents: {met} of {count} are here.</source>
        <translation>Pièces demandées&#xa0;: {met} sur {count} au dossier.</translation>
    </message>
</context>
<context>
    <name>ClaimEditor</name>
    <message>
        <source>Back to the claims</source>
        <translation>Retour aux états de frais</translation>
    </message>
    <message>
        <source>Lay the receipt down to attach it to this line</source>
        <translation>Déposez le justificatif pour le joindre à cette ligne</translation>
    </message>
    <message>
        <source>Expense, remark…</source>
        <translation>Dépense, remarque…</translation>
    </message>
    <message>
        <source>Nothing is claimed yet</source>
        <translation>Rien n’est encore demandé</translation>
    </message>
    <message>
        <source>Fees follow from who sat; travel, meals and nights are added here.</source>
        <translation>Les indemnités découlent des présences&#xa0;; trajets, repas et nuitées s’ajoutent ici.</translation>
    </message>
    <message>
        <source>Add an expense</source>
        <translation>Ajouter une dépense</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Attach a receipt…</source>
        <translation>Joindre un justificatif…</translation>
    </message>
    <message>
        <source>Prepare again</source>
        <translation>Préparer de nouveau</translation>
    </message>
    <message>
        <source>Follows from the presence: correct that, or the rate.</source>
        <translation>Découle des présences&#xa0;: corrigez-les, ou le barème.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Joindre…</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>ClaimInspector</name>
    <message>
        <source>Choose a claim to see its lines and what is left to pay.</source>
        <translation>Choisissez un état de frais pour voir ses lignes et ce qui reste à payer.</translation>
    </message>
    <message>
        <source>Nothing stands against this claim.</source>
        <translation>Rien ne s’oppose à cet état de frais.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Montants</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Attached: {count}</source>
        <translation>Joints&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Justificatifs</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Claims selected: {count}</source>
        <translation>États de frais choisis&#xa0;: {count}</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Dû</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Reste à payer</translation>
    </message>
    <message>
        <source>Choose claims in one state to act on them together.</source>
        <translation>Choisissez des états de frais dans un même état pour agir sur tous à la fois.</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close the deliberation</source>
        <translation>Clore la délibération</translation>
    </message>
    <message>
        <source>Before closing</source>
        <translation>Avant de clore</translation>
    </message>
    <message>
        <source>The decisions are then fixed for good: they are amended, never changed.</source>
        <translation>Les décisions sont alors définitives&#xa0;: elles se rectifient, jamais ne se modifient.</translation>
    </message>
    <message>
        <source>Not shown here: {count}</source>
        <translation>Non affichés ici&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>not taken over</source>
        <translation>non reprise</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Intitulé</translation>
    </message>
    <message>
        <source>What stands in it</source>
        <translation>Ce qu’elle contient</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Reprise comme</translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>Reconnue</translation>
    </message>
    <message>
        <source>Field of column {letter}</source>
        <translation>Champ de la colonne {letter}</translation>
    </message>
    <message>
        <source>No row of headings was found: go back to the sheets.</source>
        <translation>Aucune ligne d’intitulés n’a été trouvée&#xa0;: revenez aux feuilles.</translation>
    </message>
    <message>
        <source>What you change here is remembered for the next file of this layout.</source>
        <translation>Ce que vous changez ici est retenu pour le prochain fichier de même disposition.</translation>
    </message>
</context>
<context>
    <name>ConditionDialog</name>
    <message>
        <source>Entry condition</source>
        <translation>Condition d’entrée</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>none: it is asked for itself</source>
        <translation>aucune&#xa0;: elle est exigée pour elle-même</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>In the words of the sheet</source>
        <translation>Dans les mots de la fiche</translation>
    </message>
    <message>
        <source>Access routes</source>
        <translation>Voies d’accès</translation>
    </message>
    <message>
        <source>Is enough instead of</source>
        <translation>Suffit à la place de</translation>
    </message>
    <message>
        <source>Where it was read</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>With another level or length it is another condition: what was settled in the files is to be settled again.</source>
        <translation>Avec un autre niveau ou une autre durée, c’est une autre condition&#xa0;: ce qui a été tranché dans les dossiers est à trancher à nouveau.</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Années</translation>
    </message>
</context>
<context>
    <name>ConditionsCard</name>
    <message>
        <source>Entry conditions</source>
        <translation>Conditions d’entrée</translation>
    </message>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Trancher…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>not needed: another one is enough</source>
        <translation>inutile&#xa0;: une autre suffit</translation>
    </message>
    <message>
        <source>by {name} on {day}</source>
        <translation>par {name} le {day}</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>jj/mm/aaaa</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>Choisir un jour</translation>
    </message>
    <message>
        <source>Not a date. Write it as 04/12/2026.</source>
        <translation>Ce n’est pas une date. Écrivez-la comme 04/12/2026.</translation>
    </message>
    <message>
        <source>{date} does not exist.</source>
        <translation>Le {date} n’existe pas.</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>D-{count}</source>
        <translation>J-{count}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>D+{count}</source>
        <translation>J+{count}</translation>
    </message>
</context>
<context>
    <name>DeadlineInspector</name>
    <message>
        <source>Choose a deadline to see where it comes from.</source>
        <translation>Choisissez une échéance pour voir d’où elle vient.</translation>
    </message>
    <message>
        <source>The clock</source>
        <translation>Le délai</translation>
    </message>
    <message>
        <source>What the law says</source>
        <translation>Ce que dit la loi</translation>
    </message>
    <message>
        <source>Labour code, {article}</source>
        <translation>Code du travail, {article}</translation>
    </message>
    <message>
        <source>If nothing is done</source>
        <translation>Si rien n’est fait</translation>
    </message>
    <message>
        <source>Deadlines selected: {count}</source>
        <translation>Échéances sélectionnées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Ce qu’il y a à faire</translation>
    </message>
    <message>
        <source>Counted back from</source>
        <translation>Compté à rebours du</translation>
    </message>
    <message>
        <source>Runs since</source>
        <translation>Court depuis le</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Stood still</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Last working day before</source>
        <translation>Dernier jour ouvré avant</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>To be heard on</source>
        <translation>Passage prévu le</translation>
    </message>
    <message>
        <source>since {since}</source>
        <translation>depuis le {since}</translation>
    </message>
    <message>
        <source>from {since} to {until}</source>
        <translation>du {since} au {until}</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Au plus tard</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Ce qui est à faire</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Working day before</source>
        <translation>Jour ouvré avant</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>still</source>
        <translation>à l’arrêt</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>à l’arrêt</translation>
    </message>
    <message>
        <source>{left}, late</source>
        <translation>{left}, en retard</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <source>Jurors</source>
        <translation>Jurés</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} et {count} de plus</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>Calendar (.ics)…</source>
        <translation>Agenda (.ics)…</translation>
    </message>
    <message>
        <source>Where should the calendar go?</source>
        <translation>Où enregistrer l’agenda&#xa0;?</translation>
    </message>
    <message>
        <source>deadlines.ics</source>
        <translation>echeances.ics</translation>
    </message>
    <message>
        <source>Name, act, article…</source>
        <translation>Nom, acte, article…</translation>
    </message>
    <message>
        <source>No legal deadline is running</source>
        <translation>Aucune échéance légale en cours</translation>
    </message>
    <message>
        <source>A clock starts when a VAE file is complete, when somebody is to be heard, and when a result is to be notified.</source>
        <translation>Un délai court dès qu’un dossier VAE est complet, qu’un passage est prévu ou qu’un résultat est à notifier.</translation>
    </message>
    <message>
        <source>To the candidates</source>
        <translation>Vers les candidats</translation>
    </message>
    <message>
        <source>Calendar (.ics)</source>
        <translation>Agenda (.ics)</translation>
    </message>
    <message>
        <source>By urgency</source>
        <translation>Par urgence</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>Par personne</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} sur {count}</translation>
    </message>
    <message>
        <source>Clocks: {count}, late: {late}</source>
        <translation>Délais&#xa0;: {count}, dont en retard&#xa0;: {late}</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Ouvrir la personne</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>{act} ({count})</source>
        <translation>{act} ({count})</translation>
    </message>
    <message>
        <source>Deadlines written: {count}.</source>
        <translation>Échéances écrites&#xa0;: {count}.</translation>
    </message>
</context>
<context>
    <name>Deliberation</name>
    <message>
        <source>Who can come, or adjourn…</source>
        <translation>Qui peut venir, ou ajourner…</translation>
    </message>
    <message>
        <source>Name who presides…</source>
        <translation>Désigner qui préside…</translation>
    </message>
    <message>
        <source>Files read, no tie</source>
        <translation>Dossiers lus, aucun lien</translation>
    </message>
    <message>
        <source>The certification as a whole</source>
        <translation>La certification dans son ensemble</translation>
    </message>
    <message>
        <source>whole certification</source>
        <translation>certification entière</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>blocs</translation>
    </message>
</context>
<context>
    <name>DeliberationPage</name>
    <message>
        <source>Deliberation</source>
        <translation>Délibération</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Go to the sessions</source>
        <translation>Aller aux sessions</translation>
    </message>
    <message>
        <source>On the day of a session, freeze it: its juries are fixed and you record here who is there and what is decided.</source>
        <translation>Le jour d’une session, figez-la&#xa0;: ses jurys sont fixés, et vous saisissez ici qui est là et ce qui est décidé.</translation>
    </message>
    <message>
        <source>No session is frozen yet</source>
        <translation>Aucune session n’est figée</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Procès-verbal</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>Projeter</translation>
    </message>
    <message>
        <source>A member is missing…</source>
        <translation>Un membre manque…</translation>
    </message>
    <message>
        <source>Incidents…</source>
        <translation>Incidents…</translation>
    </message>
    <message>
        <source>Closed: decisions are only amended.</source>
        <translation>Close&#xa0;: les décisions ne se modifient que par rectificatif.</translation>
    </message>
    <message>
        <source>{count} points still to settle</source>
        <translation>Points à régler&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>Tout est saisi.</translation>
    </message>
    <message>
        <source>Close the deliberation</source>
        <translation>Clore la délibération</translation>
    </message>
    <message>
        <source>Deliberation closed</source>
        <translation>Délibération close</translation>
    </message>
    <message>
        <source>See the minutes</source>
        <translation>Voir le procès-verbal</translation>
    </message>
</context>
<context>
    <name>DeliberationRoom</name>
    <message>
        <source>Note who is there (Alt+T: all).</source>
        <translation>Notez qui est là (Alt+T&#xa0;: tout le monde).</translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message>
        <source>Document</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Name and kind</source>
        <translation>Nom et genre</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Retirer du dossier</translation>
    </message>
</context>
<context>
    <name>DocumentViewer</name>
    <message>
        <source>Text of the document</source>
        <translation>Texte de la pièce</translation>
    </message>
    <message>
        <source>Back to the documents</source>
        <translation>Retour aux pièces</translation>
    </message>
    <message>
        <source>Open in its program</source>
        <translation>Ouvrir dans son logiciel</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>The window shows PDF, pictures and text. This one opens as a copy.</source>
        <translation>La fenêtre montre les PDF, les images et les textes. Cette pièce s’ouvre ailleurs, en copie.</translation>
    </message>
    <message>
        <source>Not shown here</source>
        <translation>Pas d’aperçu ici</translation>
    </message>
</context>
<context>
    <name>DocumentsSection</name>
    <message>
        <source>Lay the files down to attach them</source>
        <translation>Déposez les fichiers pour les joindre</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Joindre…</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>Joindre des pièces</translation>
    </message>
    <message>
        <source>Save this document</source>
        <translation>Enregistrer cette pièce</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
    <message>
        <source>or lay files down anywhere here; Ctrl+V pastes copied files</source>
        <translation>ou déposez des fichiers n’importe où ici&#xa0;; Ctrl+V colle des fichiers copiés</translation>
    </message>
    <message>
        <source>Attach to the file of {name}</source>
        <translation>Joindre au dossier de {name}</translation>
    </message>
    <message>
        <source>For other candidacies of the same person</source>
        <translation>Pour d’autres candidatures de la même personne</translation>
    </message>
    <message>
        <source>In the file ({count})</source>
        <translation>Au dossier ({count})</translation>
    </message>
    <message>
        <source>Lay files down here, or choose them. Their kind is asked afterwards.</source>
        <translation>Déposez des fichiers ici, ou choisissez-les. Leur genre est demandé ensuite.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Choisir des fichiers…</translation>
    </message>
    <message>
        <source>No document yet</source>
        <translation>Aucune pièce pour l’instant</translation>
    </message>
    <message>
        <source>added on {day} by {name}</source>
        <translation>jointe le {day} par {name}</translation>
    </message>
    <message>
        <source>a newer one counts</source>
        <translation>remplacée par une plus récente</translation>
    </message>
    <message>
        <source>kept until {day}</source>
        <translation>à garder jusqu’au {day}</translation>
    </message>
</context>
<context>
    <name>DoubleNotice</name>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Perhaps the same person as {name}, file no. {number}: {why}.</source>
        <translation>Peut-être la même personne que {name}, dossier n°&#xa0;{number}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Perhaps the same person as {name}, file no. {number}: {why}. Others alike: {count}.</source>
        <translation>Peut-être la même personne que {name}, dossier n°&#xa0;{number}&#xa0;: {why}. Autres dossiers semblables&#xa0;: {count}.</translation>
    </message>
</context>
<context>
    <name>DoublesView</name>
    <message>
        <source>Possible doubles</source>
        <translation>Doublons possibles</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Name, reason…</source>
        <translation>Nom, raison…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison en cours…</translation>
    </message>
    <message>
        <source>Every file is compared with the others.</source>
        <translation>Chaque dossier est comparé aux autres.</translation>
    </message>
    <message>
        <source>Select a pair first.</source>
        <translation>Choisissez d’abord une paire.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Pas la même personne</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ressemblance</translation>
    </message>
    <message>
        <source>First file</source>
        <translation>Premier dossier</translation>
    </message>
    <message>
        <source>Other file</source>
        <translation>Autre dossier</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>File no. {number}</source>
        <translation>Dossier n°&#xa0;{number}</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>Né(e) le</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>certain</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>No probable double</source>
        <translation>Aucun doublon probable</translation>
    </message>
    <message>
        <source>Each file seems to be of another person. Those told apart are not shown.</source>
        <translation>Chaque dossier semble être celui d’une autre personne. Les paires écartées ne sont pas montrées.</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Certains</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probables</translation>
    </message>
    <message>
        <source>Pairs: {count}</source>
        <translation>Paires&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>EmploymentEditor</name>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Add an employer</source>
        <translation>Ajouter un employeur</translation>
    </message>
    <message>
        <source>still there</source>
        <translation>y travaille</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>An employment ends before it begins.</source>
        <translation>Un emploi finit avant d’avoir commencé.</translation>
    </message>
    <message>
        <source>Each line needs the name of an employer.</source>
        <translation>Chaque ligne demande le nom d’un employeur.</translation>
    </message>
</context>
<context>
    <name>EquivalenceDialog</name>
    <message>
        <source>Equivalence</source>
        <translation>Équivalence</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>What was acquired under another sheet counts for {code} by what stands here.</source>
        <translation>Ce qui a été acquis sous une autre fiche compte pour {code} selon ce qui est indiqué ici.</translation>
    </message>
    <message>
        <source>Sheet of the block acquired</source>
        <translation>Fiche du bloc acquis</translation>
    </message>
    <message>
        <source>Block acquired</source>
        <translation>Bloc acquis</translation>
    </message>
    <message>
        <source>Stands for the block</source>
        <translation>Tient lieu du bloc</translation>
    </message>
    <message>
        <source>Decision, comparison of the sheets: with its date.</source>
        <translation>Décision, comparaison des référentiels&#xa0;: avec sa date.</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Ce qui la fonde</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>Qui en répond</translation>
    </message>
</context>
<context>
    <name>ErrorPresenter</name>
    <message>
        <source>This could not be done ({code}).</source>
        <translation>Cela n’a pas pu être fait ({code}).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Impossible</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Your data is as it was before.</source>
        <translation>Vos données sont restées telles quelles.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Non fait</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Voir le rapport</translation>
    </message>
    <message>
        <source>jurydesk made a mistake of its own. Your data is as it was before.</source>
        <translation>jurydesk a commis une erreur. Vos données sont restées telles quelles.</translation>
    </message>
    <message>
        <source>A report without personal data was saved: {path}</source>
        <translation>Un rapport sans donnée personnelle a été enregistré&#xa0;: {path}</translation>
    </message>
    <message>
        <source>Unexpected problem</source>
        <translation>Problème inattendu</translation>
    </message>
</context>
<context>
    <name>ExaminerFields</name>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>formé</translation>
    </message>
    <message>
        <source>not trained</source>
        <translation>non formé</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Belongs to the certifying body</source>
        <translation>Appartient à l’organisme certificateur</translation>
    </message>
    <message>
        <source>Declines to preside</source>
        <translation>Décline la présidence</translation>
    </message>
    <message>
        <source>In the pool (not resting)</source>
        <translation>Dans le vivier (pas en retrait)</translation>
    </message>
    <message>
        <source>All certifications</source>
        <translation>Toutes les certifications</translation>
    </message>
    <message>
        <source>A last name is needed.</source>
        <translation>Il faut un nom.</translation>
    </message>
    <message>
        <source>A first name is needed.</source>
        <translation>Il faut un prénom.</translation>
    </message>
    <message>
        <source>Each line needs two dates, the first not after the second.</source>
        <translation>Chaque ligne demande deux dates, dans l’ordre.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Add a mandate</source>
        <translation>Ajouter un mandat</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Sex (civil status)</source>
        <translation>Sexe (état civil)</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Profession</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>Then the employer is told fifteen days before.</source>
        <translation>L’employeur est alors prévenu quinze jours avant.</translation>
    </message>
    <message>
        <source>Employed somewhere</source>
        <translation>Salarié</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Which seats the person may hold, and the document that proves it.</source>
        <translation>Les sièges que la personne peut occuper, et la pièce qui le prouve.</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Sièges</translation>
    </message>
    <message>
        <source>Trained to sit</source>
        <translation>Formation de juré</translation>
    </message>
    <message>
        <source>May judge</source>
        <translation>Peut juger</translation>
    </message>
    <message>
        <source>Mandates</source>
        <translation>Mandats</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Other employers</source>
        <translation>Autres employeurs</translation>
    </message>
    <message>
        <source>Before, or at the same time: they show ties with candidates.</source>
        <translation>Avant, ou en même temps&#xa0;: ils révèlent des liens avec des candidats.</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilités</translation>
    </message>
    <message>
        <source>What this person said</source>
        <translation>Ce que cette personne a dit</translation>
    </message>
    <message>
        <source>Drag over half-days, or walk with the arrows: the space bar changes what is said, Shift paints, Delete clears.</source>
        <translation>Glissez sur les demi-journées, ou parcourez-les avec les flèches&#xa0;: Espace change ce qui est dit, Maj peint, Suppr efface.</translation>
    </message>
</context>
<context>
    <name>ExaminerForm</name>
    <message>
        <source>New examiner</source>
        <translation>Nouveau juré</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What the rules say</source>
        <translation>Ce que disent les règles</translation>
    </message>
    <message>
        <source>As you type.</source>
        <translation>À mesure de la saisie.</translation>
    </message>
    <message>
        <source>Nothing keeps this person from sitting.</source>
        <translation>Rien n’empêche cette personne de siéger.</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Calendriers (*.ics)</translation>
    </message>
    <message>
        <source>Calendar of the examiner</source>
        <translation>Calendrier du juré</translation>
    </message>
</context>
<context>
    <name>ExaminerInspector</name>
    <message>
        <source>Nothing keeps this person from sitting.</source>
        <translation>Rien n’empêche cette personne de siéger.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Sièges</translation>
    </message>
    <message>
        <source>Mandates</source>
        <translation>Mandats</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Mandate {until}</source>
        <translation>Mandat {until}</translation>
    </message>
    <message>
        <source>Of the certifier</source>
        <translation>Du certificateur</translation>
    </message>
    <message>
        <source>External</source>
        <translation>Externe</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>En retrait</translation>
    </message>
    <message>
        <source>all certifications</source>
        <translation>toutes les certifications</translation>
    </message>
    <message>
        <source>May judge</source>
        <translation>Peut juger</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandat</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Formé</translation>
    </message>
    <message>
        <source>Juries this year</source>
        <translation>Jurys cette année</translation>
    </message>
    <message>
        <source>Last presided</source>
        <translation>Dernière présidence</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Liens d’intérêt</translation>
    </message>
    <message>
        <source>No tie is known.</source>
        <translation>Aucun lien connu.</translation>
    </message>
    <message>
        <source>Other employers</source>
        <translation>Autres employeurs</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>Échue</translation>
    </message>
    <message>
        <source>Choose a person of the pool to see mandates and availability.</source>
        <translation>Choisissez une personne du vivier pour voir ses mandats et ses disponibilités.</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilités</translation>
    </message>
    <message>
        <source>Juries</source>
        <translation>Jurys</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Jurys tenus</translation>
    </message>
    <message>
        <source>Presided</source>
        <translation>Présidés</translation>
    </message>
    <message>
        <source>Years in a row</source>
        <translation>Années de suite</translation>
    </message>
    <message>
        <source>presided</source>
        <translation>présidence</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prévu</translation>
    </message>
    <message>
        <source>Answers to summonses</source>
        <translation>Réponses aux convocations</translation>
    </message>
    <message>
        <source>Right to sit, as of {day}</source>
        <translation>Droit de siéger, au {day}</translation>
    </message>
</context>
<context>
    <name>ExaminerRights</name>
    <message>
        <source>Sheet…</source>
        <translation>Fiche…</translation>
    </message>
    <message>
        <source>Where should the sheet go?</source>
        <translation>Où enregistrer la fiche&#xa0;?</translation>
    </message>
    <message>
        <source>sheet-{name}.pdf</source>
        <translation>fiche-{name}.pdf</translation>
    </message>
    <message>
        <source>Attach a document…</source>
        <translation>Joindre une pièce…</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Ouvrir une copie</translation>
    </message>
    <message>
        <source>Take out {name}</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>Summonses</source>
        <translation>Convocations</translation>
    </message>
    <message>
        <source>none so far</source>
        <translation>aucune jusqu’ici</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} j</translation>
    </message>
    <message>
        <source>Usual delay</source>
        <translation>Délai habituel</translation>
    </message>
    <message>
        <source>Late answers</source>
        <translation>Réponses en retard</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refus</translation>
    </message>
    <message>
        <source>sent on {day}</source>
        <translation>envoyée le {day}</translation>
    </message>
    <message>
        <source>no answer, {sent}</source>
        <translation>sans réponse, {sent}</translation>
    </message>
    <message>
        <source>{count} days late</source>
        <translation>{count} j de retard</translation>
    </message>
    <message>
        <source>Which document proves: {what}?</source>
        <translation>Quelle pièce prouve&#xa0;: {what}&#xa0;?</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>ExaminerTies</name>
    <message>
        <source>Declare a tie…</source>
        <translation>Déclarer un lien…</translation>
    </message>
    <message>
        <source>Show all {count} ties</source>
        <translation>Voir les {count} liens</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Trancher</translation>
    </message>
</context>
<context>
    <name>Examiners</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Sièges</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Profession</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Mandate ending</source>
        <translation>Mandat finissant</translation>
    </message>
    <message>
        <source>No mandate</source>
        <translation>Sans mandat</translation>
    </message>
    <message>
        <source>Not trained</source>
        <translation>Non formé</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu’au {day}</translation>
    </message>
    <message>
        <source>to come, until {day}</source>
        <translation>à venir, jusqu’au {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>fini le {day}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Answers to summonses late or missing</source>
        <translation>Réponses aux convocations en retard ou manquantes</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu le</translation>
    </message>
    <message>
        <source>Last answer to a summons</source>
        <translation>Dernière réponse à une convocation</translation>
    </message>
    <message>
        <source>Usual delay (days)</source>
        <translation>Délai habituel (jours)</translation>
    </message>
    <message>
        <source>Answer late</source>
        <translation>Répond en retard</translation>
    </message>
</context>
<context>
    <name>ExaminersPage</name>
    <message>
        <source>Examiners</source>
        <translation>Vivier</translation>
    </message>
    <message>
        <source>New examiner</source>
        <translation>Nouveau juré</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Export the pool…</source>
        <translation>Exporter le vivier…</translation>
    </message>
    <message>
        <source>Which roster of the pool?</source>
        <translation>Quel tableau du vivier&#xa0;?</translation>
    </message>
    <message>
        <source>Name, organisation, seat…</source>
        <translation>Nom, structure, siège…</translation>
    </message>
    <message>
        <source>Nobody in the pool yet</source>
        <translation>Personne dans le vivier pour l’instant</translation>
    </message>
    <message>
        <source>Import the pool of your office, or enter a first person.</source>
        <translation>Importez le vivier de votre bureau, ou saisissez une première personne.</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>Importer un tableau</translation>
    </message>
    <message>
        <source>Persons: {count}</source>
        <translation>Personnes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Persons exported: {count}.</source>
        <translation>Personnes exportées&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>examiners.xlsx</source>
        <translation>vivier.xlsx</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Frais</translation>
    </message>
</context>
<context>
    <name>ExpenseActs</name>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Why is it refused? The person is told this.</source>
        <translation>Pourquoi est-il refusé&#xa0;? La personne en sera informée.</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Relevé</translation>
    </message>
    <message>
        <source>Of the session or of the whole year?</source>
        <translation>De la session ou de toute l’année&#xa0;?</translation>
    </message>
    <message>
        <source>Session {code}</source>
        <translation>Session {code}</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Année {year}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Where should the paper go?</source>
        <translation>Où enregistrer ce document&#xa0;?</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Claims of a session</source>
        <translation>États de frais d’une session</translation>
    </message>
    <message>
        <source>The fees follow from who sat, or is to sit; what was typed stays.</source>
        <translation>Les indemnités découlent des présences, ou du planning&#xa0;; ce qui a été saisi reste.</translation>
    </message>
    <message>
        <source>No session has a jury yet: propose one first.</source>
        <translation>Aucune session n’a encore de jury&#xa0;: proposez-en d’abord.</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>The claims of {code} are as they should be.</source>
        <translation>Les états de frais de {code} sont déjà à jour.</translation>
    </message>
</context>
<context>
    <name>ExpenseLineDialog</name>
    <message>
        <source>A receipt proves it</source>
        <translation>Un justificatif est à joindre</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Spent (€)</source>
        <translation>Dépensé (€)</translation>
    </message>
    <message>
        <source>Add an expense</source>
        <translation>Ajouter une dépense</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Dépense</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Where from and to, which meal, which hotel.</source>
        <translation>Trajet, repas ou hôtel concerné.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Paid by the rate for each unit.</source>
        <translation>Payé selon le barème, par unité.</translation>
    </message>
    <message>
        <source>Kilometres there and back; paid by the rate.</source>
        <translation>Kilomètres aller et retour&#xa0;; payés selon le barème.</translation>
    </message>
    <message>
        <source>How many; the ceiling counts for each.</source>
        <translation>Combien&#xa0;; le plafond vaut pour chaque unité.</translation>
    </message>
    <message>
        <source>Say on which day.</source>
        <translation>Indiquez la date.</translation>
    </message>
</context>
<context>
    <name>Expenses</name>
    <message>
        <source>Strike the payment</source>
        <translation>Retirer le paiement</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Settle what the findings block first.</source>
        <translation>Réglez d’abord ce que les constats bloquent.</translation>
    </message>
    <message>
        <source>Found right</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Refuser…</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Payment…</source>
        <translation>Paiement…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre du jury</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Dû</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Reste à payer</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Justificatifs</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Dépense</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Justif.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Barème</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>From</source>
        <translation>À partir du</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>max. {amount}</source>
        <translation>max. {amount}</translation>
    </message>
    <message>
        <source>All seats</source>
        <translation>Tous les collèges</translation>
    </message>
    <message>
        <source>Follows from the presence: correct that, or the rate.</source>
        <translation>Découle des présences&#xa0;: corrigez-les, ou le barème.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manque</translation>
    </message>
</context>
<context>
    <name>ExpensesPage</name>
    <message>
        <source>Expenses</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>États de frais</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Barème</translation>
    </message>
    <message>
        <source>Where should the list go?</source>
        <translation>Où enregistrer la liste&#xa0;?</translation>
    </message>
    <message>
        <source>expenses.xlsx</source>
        <translation>frais.xlsx</translation>
    </message>
    <message>
        <source>Name, session, state…</source>
        <translation>Nom, session, état…</translation>
    </message>
    <message>
        <source>No claim yet</source>
        <translation>Aucun état de frais</translation>
    </message>
    <message>
        <source>Choose a session: the fees follow from who sat and from the rates.</source>
        <translation>Choisissez une session&#xa0;: les indemnités découlent des présences et du barème.</translation>
    </message>
    <message>
        <source>Prepare a session…</source>
        <translation>Préparer une session…</translation>
    </message>
    <message>
        <source>Set the rates</source>
        <translation>Fixer le barème</translation>
    </message>
    <message>
        <source>Set a rate</source>
        <translation>Fixer un montant</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Exporter la liste…</translation>
    </message>
    <message>
        <source>Statement…</source>
        <translation>Relevé…</translation>
    </message>
    <message>
        <source>No claim to state: prepare a session first.</source>
        <translation>Aucun état de frais&#xa0;: préparez d’abord une session.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Rates: {count}</source>
        <translation>Montants fixés&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Claims: {count}</source>
        <translation>États de frais&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} sur {count}</translation>
    </message>
    <message>
        <source>Claims exported: {count}.</source>
        <translation>États de frais exportés&#xa0;: {count}.</translation>
    </message>
</context>
<context>
    <name>FactGrid</name>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
</context>
<context>
    <name>FactValue</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>FieldDialog</name>
    <message>
        <source>Set a field</source>
        <translation>Modifier un champ</translation>
    </message>
    <message>
        <source>Set on all</source>
        <translation>Modifier partout</translation>
    </message>
    <message>
        <source>choose one…</source>
        <translation>à choisir…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Formateur référent</translation>
    </message>
    <message>
        <source>Accompanied by</source>
        <translation>Accompagné par</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Pas avant le</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Not a date. Write it as 04/12/2026.</source>
        <translation>Ce n’est pas une date. Écrivez-la comme 04/12/2026.</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Blocking</source>
        <translation>Bloquant</translation>
    </message>
    <message>
        <source>Needs a reason</source>
        <translation>À motiver</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>À savoir</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En règle</translation>
    </message>
</context>
<context>
    <name>FirstRows</name>
    <message>
        <source>First rows of the sheet</source>
        <translation>Premières lignes de la feuille</translation>
    </message>
</context>
<context>
    <name>ForbidActs</name>
    <message>
        <source>Forbid in this session</source>
        <translation>Interdire dans cette session</translation>
    </message>
    <message>
        <source>About whom? What is forbidden is said next.</source>
        <translation>De qui s’agit-il&#xa0;? La suite dit ce qui est interdit.</translation>
    </message>
    <message>
        <source>Where should the list go?</source>
        <translation>Où enregistrer la liste&#xa0;?</translation>
    </message>
    <message>
        <source>wishes-{code}.xlsx</source>
        <translation>epingles-{code}.xlsx</translation>
    </message>
    <message>
        <source>Every proposal, repair and alternative keeps to it until you take it back.</source>
        <translation>Chaque proposition, réparation et variante s’y tient, jusqu’à ce que vous leviez l’interdit.</translation>
    </message>
    <message>
        <source>Sits in this session</source>
        <translation>Siège dans cette session</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Juré/e</translation>
    </message>
</context>
<context>
    <name>Foresight</name>
    <message>
        <source>Day off</source>
        <translation>Jour non ouvré</translation>
    </message>
</context>
<context>
    <name>ForesightPage</name>
    <message>
        <source>Foresight</source>
        <translation>Prévisions</translation>
    </message>
    <message>
        <source>Counting the juries of each half-day</source>
        <translation>Compte des jurys de chaque demi-journée</translation>
    </message>
    <message>
        <source>Trying what the pool can hold</source>
        <translation>Essai de ce que le vivier peut tenir</translation>
    </message>
    <message>
        <source>Half-days</source>
        <translation>Demi-journées</translation>
    </message>
    <message>
        <source>Stress of the pool</source>
        <translation>Tension du vivier</translation>
    </message>
    <message>
        <source>Plan of the year</source>
        <translation>Plan de l’année</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Nouvelle session</translation>
    </message>
    <message>
        <source>Create these sessions</source>
        <translation>Créer ces sessions</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Calendar (.ics)…</source>
        <translation>Agenda (.ics)…</translation>
    </message>
    <message>
        <source>No certification yet</source>
        <translation>Aucune certification</translation>
    </message>
    <message>
        <source>What a jury is made of stands in the sheet of its certification.</source>
        <translation>La composition d’un jury se lit dans la fiche de sa certification.</translation>
    </message>
    <message>
        <source>To the certifications</source>
        <translation>Voir les certifications</translation>
    </message>
    <message>
        <source>Nobody in the pool</source>
        <translation>Personne dans le vivier</translation>
    </message>
    <message>
        <source>Juries can be foreseen once examiners are known, with their seats.</source>
        <translation>Les jurys se prévoient dès que des jurés sont connus, avec leurs collèges.</translation>
    </message>
    <message>
        <source>To the pool</source>
        <translation>Voir le vivier</translation>
    </message>
    <message>
        <source>jury possible: {count} of {total} half-days</source>
        <translation>jury possible&#xa0;: {count} demi-journées sur {total}</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>(needed)</source>
        <translation>(nécessaire)</translation>
    </message>
</context>
<context>
    <name>FreePeople</name>
    <message>
        <source>Name, seat…</source>
        <translation>Nom, siège…</translation>
    </message>
    <message>
        <source>Take to a seat</source>
        <translation>Prendre pour un siège</translation>
    </message>
    <message>
        <source>Everybody sits</source>
        <translation>Tout le monde siège</translation>
    </message>
    <message>
        <source>Each examiner of the pool has a seat in this session.</source>
        <translation>Chaque personne du vivier a un siège dans cette session.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Sièges</translation>
    </message>
    <message>
        <source>Juries</source>
        <translation>Jurys</translation>
    </message>
</context>
<context>
    <name>FreezeActs</name>
    <message>
        <source>Freeze for today</source>
        <translation>Figer pour aujourd’hui</translation>
    </message>
    <message>
        <source>{count} candidates without an hour are free for another session.</source>
        <translation>Candidats sans horaire, libres pour une autre session&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Freeze the session?</source>
        <translation>Figer la session&#xa0;?</translation>
    </message>
    <message>
        <source>Its juries, hours and findings are then fixed; results can be recorded.</source>
        <translation>Ses jurys, ses horaires et ses constats sont alors fixés&#xa0;; les résultats peuvent être saisis.</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>A session is frozen on its day: {day}.</source>
        <translation>Une session se fige le jour même&#xa0;: {day}.</translation>
    </message>
    <message>
        <source>Not frozen. Points to settle first: {count}</source>
        <translation>Non figée. Points à régler d’abord&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
</context>
<context>
    <name>HalfDayGrid</name>
    <message>
        <source>nothing said</source>
        <translation>rien dit</translation>
    </message>
</context>
<context>
    <name>HalfDayPanel</name>
    <message>
        <source>Choose a half-day to see who could sit.</source>
        <translation>Choisissez une demi-journée pour voir qui pourrait siéger.</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Jour non ouvré</translation>
    </message>
    <message>
        <source>Why not one more</source>
        <translation>Pourquoi pas un de plus</translation>
    </message>
    <message>
        <source>Who could sit</source>
        <translation>Qui pourrait siéger</translation>
    </message>
    <message>
        <source>New session that day</source>
        <translation>Nouvelle session ce jour-là</translation>
    </message>
    <message>
        <source>{session}, juries: {count}</source>
        <translation>{session}, jurys&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Sessions of that day</source>
        <translation>Sessions de ce jour</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
</context>
<context>
    <name>HearingForm</name>
    <message>
        <source>Not decided yet</source>
        <translation>Pas encore décidé</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>Observations</translation>
    </message>
    <message>
        <source>Recommendation to the candidate</source>
        <translation>Préconisation au candidat</translation>
    </message>
</context>
<context>
    <name>HearingPanel</name>
    <message>
        <source>Choose a hearing on the timetable.</source>
        <translation>Choisissez un passage dans le calendrier.</translation>
    </message>
    <message>
        <source>A third more time</source>
        <translation>Tiers temps</translation>
    </message>
    <message>
        <source>No rule is broken.</source>
        <translation>Aucune règle n’est enfreinte.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>whole certification</source>
        <translation>certification entière</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Horaire</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Jury</source>
        <translation>Jury</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Portée</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>Récusés</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>Keep this hour</source>
        <translation>Garder cet horaire</translation>
    </message>
    <message>
        <source>Another hour…</source>
        <translation>Autre horaire…</translation>
    </message>
    <message>
        <source>Forbid…</source>
        <translation>Interdire…</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Step-free access</source>
        <translation>Accès PMR</translation>
    </message>
</context>
<context>
    <name>HeatFiles</name>
    <message>
        <source>Where should the list go?</source>
        <translation>Où enregistrer la liste&#xa0;?</translation>
    </message>
    <message>
        <source>foresight.xlsx</source>
        <translation>previsions.xlsx</translation>
    </message>
    <message>
        <source>Where should the calendar go?</source>
        <translation>Où faut-il écrire l’agenda&#xa0;?</translation>
    </message>
    <message>
        <source>foresight.ics</source>
        <translation>previsions.ics</translation>
    </message>
    <message>
        <source>{count} lines written</source>
        <translation>{count} lignes écrites</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>New note</source>
        <translation>Nouvelle note</translation>
    </message>
    <message>
        <source>Write a note… (Ctrl+Enter keeps it)</source>
        <translation>Écrire une note… (Ctrl+Entrée l’enregistre)</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Enregistrer la note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What should the note say?</source>
        <translation>Que doit dire la note&#xa0;?</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Hearings</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Acts of the office</source>
        <translation>Actes de l’office</translation>
    </message>
    <message>
        <source>Show older ones ({count})</source>
        <translation>Voir plus ancien ({count})</translation>
    </message>
    <message>
        <source>Nothing happened yet. A first note can be written above.</source>
        <translation>Rien encore. Une première note peut être écrite ci-dessus.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Nothing presses today.</source>
        <translation>Rien ne presse aujourd’hui.</translation>
    </message>
    <message>
        <source>Needs you now</source>
        <translation>À faire maintenant</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Tout voir ({count})</translation>
    </message>
    <message>
        <source>May wait</source>
        <translation>Peut attendre</translation>
    </message>
    <message>
        <source>Sessions to come</source>
        <translation>Sessions à venir</translation>
    </message>
    <message>
        <source>No session is planned.</source>
        <translation>Aucune session n’est prévue.</translation>
    </message>
    <message>
        <source>{placed} placed, {unplaced} to place</source>
        <translation>placés&#xa0;: {placed} · à placer&#xa0;: {unplaced}</translation>
    </message>
    <message>
        <source>Import candidates</source>
        <translation>Importer les candidats</translation>
    </message>
    <message>
        <source>Import examiners</source>
        <translation>Importer le vivier</translation>
    </message>
    <message>
        <source>Begin with your own spreadsheets: they are read as they are, and nothing is written before you have seen what will be.</source>
        <translation>Commencez par vos propres tableaux&#xa0;: ils sont lus tels quels, et rien n’est écrit avant que vous ayez vu ce qui le sera.</translation>
    </message>
    <message>
        <source>A new workspace</source>
        <translation>Un nouvel espace de travail</translation>
    </message>
    <message>
        <source>Show all: {count} more</source>
        <translation>Tout afficher&#xa0;: {count} de plus</translation>
    </message>
</context>
<context>
    <name>IdentitySection</name>
    <message>
        <source>Identity for the CPF declaration: {points} out of 100</source>
        <translation>Identité pour la déclaration CPF&#xa0;: {points} sur 100</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Compléter</translation>
    </message>
    <message>
        <source>Nothing is missing: the CPF system can recognise this person.</source>
        <translation>Rien ne manque&#xa0;: le système CPF peut reconnaître cette personne.</translation>
    </message>
    <message>
        <source>Civil status</source>
        <translation>État civil</translation>
    </message>
    <message>
        <source>Birth name</source>
        <translation>Nom de naissance</translation>
    </message>
    <message>
        <source>First names</source>
        <translation>Prénoms</translation>
    </message>
    <message>
        <source>Name in use</source>
        <translation>Nom d’usage</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>Né(e) le</translation>
    </message>
    <message>
        <source>Born in</source>
        <translation>Né(e) à</translation>
    </message>
    <message>
        <source>INSEE code</source>
        <translation>Code INSEE</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>à décider</translation>
    </message>
    <message>
        <source>already known</source>
        <translation>déjà connu</translation>
    </message>
    <message>
        <source>twice in the file</source>
        <translation>en double</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>no more in the file</source>
        <translation>absent du fichier</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>As row {row}</source>
        <translation>Comme à la ligne {row}</translation>
    </message>
    <message>
        <source>Perhaps {name}, known already</source>
        <translation>Peut-être {name}, déjà connu·e</translation>
    </message>
    <message>
        <source>Something stored is not in this row any more</source>
        <translation>Une donnée enregistrée n’est plus dans cette ligne</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>Alike by</source>
        <translation>Ressemblance</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>À savoir</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}, ligne {row}</translation>
    </message>
    <message>
        <source>The same person as in row {row} of {sheet}.</source>
        <translation>La même personne qu’à la ligne {row} de «&#xa0;{sheet}&#xa0;».</translation>
    </message>
    <message>
        <source>Cells to look at</source>
        <translation>Cellules à regarder</translation>
    </message>
    <message>
        <source>Stored, and not in this row any more. It stays unless you say.</source>
        <translation>Enregistré ici et absent de la ligne. Cela reste, sauf si vous en décidez autrement.</translation>
    </message>
    <message>
        <source>Only stored</source>
        <translation>Seulement enregistré</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>What the rules say</source>
        <translation>Ce que disent les règles</translation>
    </message>
    <message>
        <source>by its heading</source>
        <translation>par son intitulé</translation>
    </message>
    <message>
        <source>by what stands in it</source>
        <translation>par son contenu</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>par vous</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>comme la dernière fois</translation>
    </message>
    <message>
        <source>another column says the same</source>
        <translation>une autre colonne dit la même chose</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>The roster is being read. Nothing is written yet.</source>
        <translation>Le tableau est en cours de lecture. Rien n’est encore écrit.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>rejected-rows.xlsx</source>
        <translation>lignes-rejetees.xlsx</translation>
    </message>
    <message>
        <source>1 · Sheets</source>
        <translation>1 · Feuilles</translation>
    </message>
    <message>
        <source>2 · Columns</source>
        <translation>2 · Colonnes</translation>
    </message>
    <message>
        <source>3 · Rows</source>
        <translation>3 · Lignes</translation>
    </message>
    <message>
        <source>Where should the rejected rows go?</source>
        <translation>Où enregistrer les lignes rejetées&#xa0;?</translation>
    </message>
    <message>
        <source>What you had decided about this file is taken up again.</source>
        <translation>Ce que vous aviez décidé pour ce fichier est repris.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Lecture de {file}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>The workspace already holds all of this.</source>
        <translation>L’espace de travail contient déjà tout cela.</translation>
    </message>
    <message>
        <source>No row of this file holds a person.</source>
        <translation>Aucune ligne de ce fichier ne porte une personne.</translation>
    </message>
    <message>
        <source>Decide the rows that ask first.</source>
        <translation>Décidez d’abord des lignes en attente.</translation>
    </message>
    <message>
        <source>Import ({count})</source>
        <translation>Importer ({count})</translation>
    </message>
    <message>
        <source>Rows with a person: {rows}. Nothing is written yet.</source>
        <translation>Lignes avec une personne&#xa0;: {rows}. Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>To be decided, else not taken over: {count}.</source>
        <translation>À décider, sinon non reprises&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Columns left out because another is taken for the same: {columns}.</source>
        <translation>Colonnes laissées de côté car une autre est reprise pour la même chose&#xa0;: {columns}.</translation>
    </message>
    <message>
        <source>Not read: {sheets}.</source>
        <translation>Non lu&#xa0;: {sheets}.</translation>
    </message>
    <message>
        <source>Rejected rows…</source>
        <translation>Lignes rejetées…</translation>
    </message>
    <message>
        <source>Rows imported: {count}</source>
        <translation>Lignes importées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>rejected: {count}</source>
        <translation>rejetées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>possible ties to look at: {count}</source>
        <translation>liens possibles à regarder&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit&#xa0;: {file}</translation>
    </message>
</context>
<context>
    <name>IncidentRow</name>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Jury</source>
        <translation>Jury</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Ne pas le garder</translation>
    </message>
</context>
<context>
    <name>IncidentsDialog</name>
    <message>
        <source>Jury {number}</source>
        <translation>Jury {number}</translation>
    </message>
    <message>
        <source>Whole session</source>
        <translation>Toute la session</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Aléas</translation>
    </message>
    <message>
        <source>What happened that the minutes must say, and when.</source>
        <translation>Ce qui s’est passé et que le procès-verbal doit dire, avec l’heure.</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Un autre</translation>
    </message>
</context>
<context>
    <name>InspectorHost</name>
    <message>
        <source>Back to the list</source>
        <translation>Revenir à la liste</translation>
    </message>
</context>
<context>
    <name>JourneySection</name>
    <message>
        <source>Stages</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Other acts</source>
        <translation>Autres actes</translation>
    </message>
    <message>
        <source>Steps recorded</source>
        <translation>Étapes enregistrées</translation>
    </message>
    <message>
        <source>No step is recorded yet: dates typed in the form leave no history.</source>
        <translation>Aucune étape enregistrée&#xa0;: les dates saisies dans le formulaire ne laissent pas d’historique.</translation>
    </message>
    <message>
        <source>{step} (revoked)</source>
        <translation>{step} (révoqué)</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
</context>
<context>
    <name>JuriesPanel</name>
    <message>
        <source>These pins cannot be kept together: {names}</source>
        <translation>Ces épingles ne peuvent pas être gardées ensemble&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Les retirer</translation>
    </message>
    <message>
        <source>Propose juries</source>
        <translation>Proposer les jurys</translation>
    </message>
    <message>
        <source>Have juries and a timetable proposed, then change what you want.</source>
        <translation>Faites proposer des jurys et un calendrier, puis changez ce que vous voulez.</translation>
    </message>
    <message>
        <source>No jury yet</source>
        <translation>Aucun jury pour l’instant</translation>
    </message>
</context>
<context>
    <name>JuriesPart</name>
    <message>
        <source>M takes a member to another seat: arrows go, Enter lays down, Escape gives up. Two who sit change places.</source>
        <translation>M déplace un membre vers un autre siège&#xa0;: les flèches choisissent, Entrée pose, Échap renonce. Deux personnes qui siègent échangent leurs places.</translation>
    </message>
    <message>
        <source>Free examiners</source>
        <translation>Jurés libres</translation>
    </message>
</context>
<context>
    <name>Jury</name>
    <message>
        <source>No jury sits in this room on this half-day.</source>
        <translation>Aucun jury ne siège dans cette salle sur cette demi-journée.</translation>
    </message>
    <message>
        <source>{room}, jury {number}, {half}</source>
        <translation>{room}, jury {number}, {half}</translation>
    </message>
    <message>
        <source>{count} external of {all}</source>
        <translation>{count} externes sur {all}</translation>
    </message>
    <message>
        <source>{count} voices</source>
        <translation>{count} voix</translation>
    </message>
    <message>
        <source>{women} W / {men} M</source>
        <translation>{women} F / {men} H</translation>
    </message>
    <message>
        <source>{count} mandates in force</source>
        <translation>mandats en cours&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{count} recusals</source>
        <translation>récusations&#xa0;: {count}</translation>
    </message>
    <message>
        <source>mandate until {day}</source>
        <translation>mandat jusqu’au {day}</translation>
    </message>
    <message>
        <source>{count} juries this year</source>
        <translation>jurys cette année&#xa0;: {count}</translation>
    </message>
    <message>
        <source>jury {numbers}</source>
        <translation>jury {numbers}</translation>
    </message>
</context>
<context>
    <name>JuryHead</name>
    <message>
        <source>Jury {number}</source>
        <translation>Jury {number}</translation>
    </message>
    <message>
        <source>{count} hearings</source>
        <translation>Passages&#xa0;: {count}</translation>
    </message>
    <message>
        <source>President: to choose</source>
        <translation>Présidence&#xa0;: à choisir</translation>
    </message>
    <message>
        <source>President: {name}</source>
        <translation>Présidence&#xa0;: {name}</translation>
    </message>
    <message>
        <source>President</source>
        <translation>Présidence</translation>
    </message>
    <message>
        <source>Reason of a one-sex jury…</source>
        <translation>Motif d’un jury d’un seul sexe…</translation>
    </message>
    <message>
        <source>Let the jury go</source>
        <translation>Libérer le jury</translation>
    </message>
    <message>
        <source>Keep the jury</source>
        <translation>Garder le jury</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>JuryMoving</name>
    <message>
        <source>The jury may sit here.</source>
        <translation>Le jury peut siéger ici.</translation>
    </message>
    <message>
        <source>Changes places with jury {number}.</source>
        <translation>Échange sa place avec le jury {number}.</translation>
    </message>
    <message>
        <source>The jury sits here now.</source>
        <translation>Le jury siège ici.</translation>
    </message>
</context>
<context>
    <name>KeepDialog</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep this change</source>
        <translation>Garder ce changement</translation>
    </message>
    <message>
        <source>Why there is no tie</source>
        <translation>Pourquoi il n’y a pas de lien</translation>
    </message>
    <message>
        <source>Mandate from</source>
        <translation>Mandat du</translation>
    </message>
    <message>
        <source>Mandate until</source>
        <translation>Mandat jusqu’au</translation>
    </message>
    <message>
        <source>Designation act</source>
        <translation>Acte de désignation</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Saved at {time}</source>
        <translation>Enregistré à {time}</translation>
    </message>
    <message>
        <source>next</source>
        <translation>suivant</translation>
    </message>
    <message>
        <source>came</source>
        <translation>présent</translation>
    </message>
    <message>
        <source>did not</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>block 1 …</source>
        <translation>bloc 1…</translation>
    </message>
    <message>
        <source>vote</source>
        <translation>vote</translation>
    </message>
    <message>
        <source>members</source>
        <translation>membres</translation>
    </message>
    <message>
        <source>presence 1 …</source>
        <translation>présence 1…</translation>
    </message>
    <message>
        <source>comes, leaves</source>
        <translation>arrive, part</translation>
    </message>
    <message>
        <source>all declare</source>
        <translation>déclarations</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>projeter</translation>
    </message>
    <message>
        <source>there or not</source>
        <translation>là ou non</translation>
    </message>
    <message>
        <source>declares</source>
        <translation>déclare</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>récusation</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>presides</source>
        <translation>préside</translation>
    </message>
    <message>
        <source>missing…</source>
        <translation>manque…</translation>
    </message>
    <message>
        <source>next member</source>
        <translation>membre suivant</translation>
    </message>
    <message>
        <source>acquired</source>
        <translation>acquis</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>next block</source>
        <translation>bloc suivant</translation>
    </message>
    <message>
        <source>block before</source>
        <translation>bloc précédent</translation>
    </message>
    <message>
        <source>next without a result</source>
        <translation>suivant sans résultat</translation>
    </message>
    <message>
        <source>next candidate</source>
        <translation>candidat suivant</translation>
    </message>
    <message>
        <source>for</source>
        <translation>pour</translation>
    </message>
    <message>
        <source>against</source>
        <translation>contre</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>abstention</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>champ suivant</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Close and lose it</source>
        <translation>Fermer et perdre la saisie</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Something was typed into a form and not saved. Closing loses it.</source>
        <translation>Une saisie n’a pas été enregistrée. Fermer la perd.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
</context>
<context>
    <name>LedgerSection</name>
    <message>
        <source>Record blocks acquired elsewhere…</source>
        <translation>Enregistrer des blocs acquis ailleurs…</translation>
    </message>
    <message>
        <source>They are equivalent</source>
        <translation>Ils sont équivalents</translation>
    </message>
    <message>
        <source>Set it aside…</source>
        <translation>L’écarter…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Does block {old} stand for block {new}? You answer for it by name.</source>
        <translation>Le bloc {old} vaut-il pour le bloc {new}&#xa0;? Vous en répondez nommément.</translation>
    </message>
    <message>
        <source>Equivalence</source>
        <translation>Équivalence</translation>
    </message>
    <message>
        <source>Why is it set aside?</source>
        <translation>Pourquoi l’écarter&#xa0;?</translation>
    </message>
    <message>
        <source>No certification is aimed at, and no block was acquired yet.</source>
        <translation>Aucune certification n’est visée, et aucun bloc n’est encore acquis.</translation>
    </message>
    <message>
        <source>The whole certification</source>
        <translation>Certification entière</translation>
    </message>
    <message>
        <source>The whole certification is acquired.</source>
        <translation>La certification entière est acquise.</translation>
    </message>
    <message>
        <source>Nobody has read the blocks of this sheet: import it, or enter them.</source>
        <translation>Les blocs de cette fiche ne sont pas connus&#xa0;: importez la fiche, ou saisissez-les.</translation>
    </message>
    <message>
        <source>Judged as a whole: it has no blocks.</source>
        <translation>Jugée dans son ensemble&#xa0;: elle n’a pas de blocs.</translation>
    </message>
    <message>
        <source>Acquired: {count} · mandatory blocks left: {left}</source>
        <translation>Acquis&#xa0;: {count} · blocs obligatoires restants&#xa0;: {left}</translation>
    </message>
    <message>
        <source>Aimed at now.</source>
        <translation>Visée actuellement.</translation>
    </message>
    <message>
        <source>aimed at</source>
        <translation>visé</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optionnel</translation>
    </message>
    <message>
        <source>by equivalence with {block}, confirmed by {name} on {day}</source>
        <translation>par équivalence avec {block}, confirmée par {name} le {day}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>acquired</source>
        <translation>acquis</translation>
    </message>
    <message>
        <source>proposed by equivalence with {block} (likeness {likeness} %)</source>
        <translation>proposé par équivalence avec {block} (ressemblance {likeness} %)</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Trancher…</translation>
    </message>
</context>
<context>
    <name>LineActs</name>
    <message>
        <source>Follows from the presence: correct that, or the rate.</source>
        <translation>Découle des présences&#xa0;: corrigez-les, ou le barème.</translation>
    </message>
    <message>
        <source>Which receipts?</source>
        <translation>Quels justificatifs&#xa0;?</translation>
    </message>
    <message>
        <source>Where should the receipt go?</source>
        <translation>Où enregistrer le justificatif&#xa0;?</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
    <message>
        <source>This machine has no program for {name}. Save it instead.</source>
        <translation>Ce poste n’a pas de programme pour {name}. Enregistrez-le plutôt.</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Take this line away</source>
        <translation>Retirer cette ligne</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Nothing stands against this claim.</source>
        <translation>Rien ne s’oppose à cet état de frais.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Justificatifs</translation>
    </message>
    <message>
        <source>None yet. Lay a file on the list, or press Ctrl+O.</source>
        <translation>Aucun. Déposez un fichier sur la liste, ou appuyez sur Ctrl+O.</translation>
    </message>
</context>
<context>
    <name>ListViews</name>
    <message>
        <source>No view saved yet</source>
        <translation>Aucune vue enregistrée</translation>
    </message>
    <message>
        <source>Save one.</source>
        <translation>Enregistrez-en une.</translation>
    </message>
    <message>
        <source>Whole list</source>
        <translation>Liste entière</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Enregistrer comme vue…</translation>
    </message>
    <message>
        <source>Do not open the list on this view</source>
        <translation>Ne plus ouvrir la liste sur cette vue</translation>
    </message>
    <message>
        <source>Open the list on this view</source>
        <translation>Ouvrir la liste sur cette vue</translation>
    </message>
    <message>
        <source>Replace the view by what is shown</source>
        <translation>Remplacer la vue par ce qui est affiché</translation>
    </message>
    <message>
        <source>Rename the view…</source>
        <translation>Renommer la vue…</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Supprimer la vue</translation>
    </message>
    <message>
        <source>{name} (at opening)</source>
        <translation>{name} (à l’ouverture)</translation>
    </message>
    <message>
        <source>It is shown as it was saved.</source>
        <translation>Elle est affichée telle qu’enregistrée.</translation>
    </message>
</context>
<context>
    <name>LiveCount</name>
    <message>
        <source>Deliberating: {count} · sitting: {there}</source>
        <translation>Délibèrent&#xa0;: {count} · siègent&#xa0;: {there}</translation>
    </message>
    <message>
        <source>Quorum {quorum}, {all} voices in all</source>
        <translation>Quorum&#xa0;: {quorum} · voix au total&#xa0;: {all}</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>Irrégulier</translation>
    </message>
    <message>
        <source>To be noted</source>
        <translation>À noter</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Régulier</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Needs you now: {count}</source>
        <translation>À faire maintenant&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Backup at {time}</source>
        <translation>Sauvegarde à {time}</translation>
    </message>
    <message>
        <source>Backup of {date}</source>
        <translation>Sauvegarde du {date}</translation>
    </message>
</context>
<context>
    <name>MemberRow</name>
    <message>
        <source>Present</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Came late or left early…</source>
        <translation>Arrivée tardive ou départ anticipé…</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>arrivée</translation>
    </message>
    <message>
        <source>left</source>
        <translation>départ</translation>
    </message>
    <message>
        <source>Presides</source>
        <translation>Préside</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Declares: files read, no tie (D)</source>
        <translation>Déclare&#xa0;: dossiers lus, aucun lien (D)</translation>
    </message>
    <message>
        <source>Has not read the files</source>
        <translation>N’a pas lu les dossiers</translation>
    </message>
    <message>
        <source>Declares a tie</source>
        <translation>Déclare un lien</translation>
    </message>
    <message>
        <source>Does not come, or leaves… (L)</source>
        <translation>Ne vient pas, ou part… (L)</translation>
    </message>
    <message>
        <source>Presides in the place of the president (K)</source>
        <translation>Préside à la place de la présidence (K)</translation>
    </message>
    <message>
        <source>Nothing declared yet</source>
        <translation>Rien de déclaré</translation>
    </message>
    <message>
        <source>Files not read</source>
        <translation>Dossiers non lus</translation>
    </message>
    <message>
        <source>Declared at {time}</source>
        <translation>Déclaré à {time}</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Délibère</translation>
    </message>
    <message>
        <source>Present, no vote</source>
        <translation>Présent sans voix</translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message>
        <source>All present</source>
        <translation>Tous présents</translation>
    </message>
    <message>
        <source>All declare</source>
        <translation>Déclarations</translation>
    </message>
    <message>
        <source>All have read the files and declare no tie (Alt+D)</source>
        <translation>Tous les membres présents ont lu les dossiers et déclarent n’avoir aucun lien (Alt+D)</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>Birth name</source>
        <translation>Nom de naissance</translation>
    </message>
    <message>
        <source>First names</source>
        <translation>Prénoms</translation>
    </message>
    <message>
        <source>Name in use</source>
        <translation>Nom d’usage</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>Né(e) le</translation>
    </message>
    <message>
        <source>Born in</source>
        <translation>Né(e) à</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Other employers</source>
        <translation>Autres employeurs</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>{employer} (past)</source>
        <translation>{employer} (passé)</translation>
    </message>
    <message>
        <source>Born (known in part)</source>
        <translation>Naissance (connue en partie)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>One person, two files?</source>
        <translation>Une personne, deux dossiers&#xa0;?</translation>
    </message>
    <message>
        <source>Merge the files</source>
        <translation>Réunir les dossiers</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Pas la même personne</translation>
    </message>
    <message>
        <source>File no. {number}, stays</source>
        <translation>Dossier n°&#xa0;{number}, reste</translation>
    </message>
    <message>
        <source>File no. {number}, goes</source>
        <translation>Dossier n°&#xa0;{number}, disparaît</translation>
    </message>
    <message>
        <source>Both files say the same of the person.</source>
        <translation>Les deux dossiers disent la même chose de la personne.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Show what is the same ({count})</source>
        <translation>Montrer ce qui est identique ({count})</translation>
    </message>
    <message>
        <source>Hide what is the same ({count})</source>
        <translation>Replier ce qui est identique ({count})</translation>
    </message>
    <message>
        <source>Nothing speaks for it by itself.</source>
        <translation>Rien ne le laisse penser de soi-même.</translation>
    </message>
    <message>
        <source>Nothing hangs on the file that goes.</source>
        <translation>Rien ne se rattache au dossier qui disparaît.</translation>
    </message>
    <message>
        <source>Goes to the file that stays: {what}.</source>
        <translation>Passe au dossier qui reste&#xa0;: {what}.</translation>
    </message>
</context>
<context>
    <name>MonthCalendar</name>
    <message>
        <source>Previous month</source>
        <translation>Mois précédent</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mois suivant</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>Social security number (NIR)</source>
        <translation>Numéro de sécurité sociale (NIR)</translation>
    </message>
    <message>
        <source>Optional, for the declaration to the CPF alone. Sealed in the workspace: it goes into no list, no paper, no export and no log.</source>
        <translation>Facultatif, pour la seule déclaration au CPF. Scellé dans l’espace de travail&#xa0;: il ne figure dans aucune liste, aucun papier, aucun export ni journal.</translation>
    </message>
    <message>
        <source>Erase it</source>
        <translation>L’effacer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Erase this number? It cannot be brought back.</source>
        <translation>Effacer ce numéro&#xa0;? Il ne pourra pas être retrouvé.</translation>
    </message>
    <message>
        <source>Social security number</source>
        <translation>Numéro de sécurité sociale</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>No passphrase protects the numbers of this office yet.</source>
        <translation>Aucune phrase secrète ne protège encore les numéros de ce bureau.</translation>
    </message>
    <message>
        <source>Choose one in the settings</source>
        <translation>En choisir une dans les réglages</translation>
    </message>
    <message>
        <source>Enter the number…</source>
        <translation>Saisir le numéro…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Social security numbers</source>
        <translation>Numéros de sécurité sociale</translation>
    </message>
    <message>
        <source>Passphrase of the office:</source>
        <translation>Phrase secrète du bureau&#xa0;:</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>15 characters, as on the card.</source>
        <translation>15 caractères, comme sur la carte.</translation>
    </message>
    <message>
        <source>Number with its key</source>
        <translation>Numéro avec sa clé</translation>
    </message>
    <message>
        <source>Save the number</source>
        <translation>Enregistrer le numéro</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Undone: {act}</source>
        <translation>Annulé&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>Rétabli&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Not undone: {act} is for good. Once more takes back what came before.</source>
        <translation>«&#xa0;{act}&#xa0;» ne s’annule pas&#xa0;: un acte qui engage se révoque ou se rectifie. Ctrl+Z à nouveau annule ce qui précède.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>OrderSide</name>
    <message>
        <source>Order of the day</source>
        <translation>Ordre de passage</translation>
    </message>
</context>
<context>
    <name>OutsideReader</name>
    <message>
        <source>This machine has no program for {name}. Save it instead.</source>
        <translation>Cet ordinateur n’a pas de logiciel pour {name}. Enregistrez-la plutôt.</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Autres actions</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <source>Examiners</source>
        <translation>Vivier</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Deliberation</source>
        <translation>Délibération</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papiers</translation>
    </message>
    <message>
        <source>Certifications</source>
        <translation>Certifications</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Liens d’intérêt</translation>
    </message>
    <message>
        <source>Foresight</source>
        <translation>Prévisions</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Frais</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Choose a session to see its minutes.</source>
        <translation>Choisissez une session pour voir son procès-verbal.</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Définitif</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Draft minutes</source>
        <translation>Procès-verbal provisoire</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Rien ne manque.</translation>
    </message>
    <message>
        <source>Still missing ({count})</source>
        <translation>Manque encore ({count})</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Complétude</translation>
    </message>
    <message>
        <source>History of the minutes</source>
        <translation>Historique des procès-verbaux</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certifiés</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Partiels</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Drawn up on</source>
        <translation>Dressé le</translation>
    </message>
    <message>
        <source>Annulled juries</source>
        <translation>Jurys annulés</translation>
    </message>
    <message>
        <source>Write the address</source>
        <translation>Écrire l’adresse</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message>
        <source>Open the title</source>
        <translation>Ouvrir la certification</translation>
    </message>
    <message>
        <source>Open this person</source>
        <translation>Ouvrir cette personne</translation>
    </message>
    <message>
        <source>Open the deliberation</source>
        <translation>Ouvrir la délibération</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>Pages of the paper</source>
        <translation>Pages du document</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>Ajuster à la largeur</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Page {page} sur {count}</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Amend…</source>
        <translation>Rectifier…</translation>
    </message>
    <message>
        <source>Amendment {number} issued</source>
        <translation>Procès-verbal rectificatif {number} établi</translation>
    </message>
    <message>
        <source>issued on {day}</source>
        <translation>établi le {day}</translation>
    </message>
    <message>
        <source>{day}, amends {number}: {reason}</source>
        <translation>{day}, rectifie {number}&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Papers</source>
        <translation>Papiers</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Go to the sessions</source>
        <translation>Aller aux sessions</translation>
    </message>
    <message>
        <source>Papers are printed from a session. Create one, and its minutes wait here.</source>
        <translation>Les papiers s’impriment depuis une session. Créez-en une, et son procès-verbal attendra ici.</translation>
    </message>
    <message>
        <source>No session yet</source>
        <translation>Aucune session pour l’instant</translation>
    </message>
    <message>
        <source>There is no session yet.</source>
        <translation>Il n’y a pas encore de session.</translation>
    </message>
    <message>
        <source>Save this PDF…</source>
        <translation>Enregistrer ce PDF…</translation>
    </message>
    <message>
        <source>All papers…</source>
        <translation>Tous les papiers…</translation>
    </message>
    <message>
        <source>Roster as a workbook…</source>
        <translation>Liste sur classeur…</translation>
    </message>
    <message>
        <source>Some statements are still missing.</source>
        <translation>Il manque encore des mentions.</translation>
    </message>
    <message>
        <source>Issue the final minutes</source>
        <translation>Établir le procès-verbal définitif</translation>
    </message>
    <message>
        <source>Address of the session</source>
        <translation>Adresse de la session</translation>
    </message>
    <message>
        <source>Where was it held, or how did people join? The minutes print this.</source>
        <translation>Où s’est-elle tenue, ou comment y a-t-on participé&#xa0;? Le procès-verbal l’indique.</translation>
    </message>
    <message>
        <source>Issue the final minutes?</source>
        <translation>Établir le procès-verbal définitif&#xa0;?</translation>
    </message>
    <message>
        <source>They are given a number and are never changed again, only amended.</source>
        <translation>Il reçoit un numéro et ne se modifie plus, il se rectifie.</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Établir</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Minutes {number} issued</source>
        <translation>Procès-verbal {number} établi</translation>
    </message>
    <message>
        <source>Save this PDF</source>
        <translation>Enregistrer ce PDF</translation>
    </message>
    <message>
        <source>Folder for all papers</source>
        <translation>Dossier pour tous les papiers</translation>
    </message>
    <message>
        <source>Save the roster</source>
        <translation>Enregistrer la liste</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{count} papers saved</source>
        <translation>Papiers enregistrés&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Record the payment</source>
        <translation>Enregistrer le paiement</translation>
    </message>
    <message>
        <source>Claims: {count}</source>
        <translation>États de frais&#xa0;: {count}</translation>
    </message>
    <message>
        <source>left to pay: {amount}</source>
        <translation>reste à payer&#xa0;: {amount}</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Amount (€)</source>
        <translation>Montant (€)</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Payé le</translation>
    </message>
    <message>
        <source>Such as the number of the transfer.</source>
        <translation>Par exemple le numéro du virement.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Say on which day.</source>
        <translation>Indiquez la date.</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>No rule stands against it.</source>
        <translation>Aucune règle ne s’y oppose.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Choose all the same</source>
        <translation>Choisir malgré tout</translation>
    </message>
</context>
<context>
    <name>PinActs</name>
    <message>
        <source>jury {number}</source>
        <translation>jury {number}</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Choose the days to see why each is held.</source>
        <translation>Choisissez les jours pour voir pourquoi chacun est retenu.</translation>
    </message>
    <message>
        <source>No jury sits that day in this plan.</source>
        <translation>Aucun jury ne siège ce jour-là dans ce plan.</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Session {number}</translation>
    </message>
    <message>
        <source>Why that day</source>
        <translation>Pourquoi ce jour</translation>
    </message>
    <message>
        <source>Create these sessions</source>
        <translation>Créer ces sessions</translation>
    </message>
    <message>
        <source>After the clock: {count}</source>
        <translation>Après l’échéance&#xa0;: {count}</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Dans les délais</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Choose the days</source>
        <translation>Choisir les jours</translation>
    </message>
    <message>
        <source>Expected in {month}</source>
        <translation>Attendus en {month}</translation>
    </message>
    <message>
        <source>Write how many files you expect each month; candidates who are ready, or will be, are counted by themselves. The days are chosen so that everybody is heard in time, in as few sessions as can be.</source>
        <translation>Écrivez combien de dossiers vous attendez chaque mois&#xa0;; les candidatures prêtes, ou qui le seront, sont comptées d’elles-mêmes. Les jours sont choisis pour que chacun soit entendu à temps, en aussi peu de sessions que possible.</translation>
    </message>
    <message>
        <source>Known: {known}. Forecast: {forecast}.</source>
        <translation>Connues&#xa0;: {known}. Prévues&#xa0;: {forecast}.</translation>
    </message>
    <message>
        <source>Better days may exist: the search was stopped.</source>
        <translation>De meilleurs jours existent peut-être&#xa0;: la recherche a été arrêtée.</translation>
    </message>
    <message>
        <source>Juries at once</source>
        <translation>Jurys à la fois</translation>
    </message>
    <message>
        <source>Days per session</source>
        <translation>Jours par session</translation>
    </message>
    <message>
        <source>Minutes per hearing</source>
        <translation>Minutes par passage</translation>
    </message>
</context>
<context>
    <name>PlanningActs</name>
    <message>
        <source>Choosing the days of the year</source>
        <translation>Choix des jours de l’année</translation>
    </message>
    <message>
        <source>Sessions created: {count}</source>
        <translation>Sessions créées&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>ProposeActs</name>
    <message>
        <source>Compare three plans…</source>
        <translation>Comparer trois plannings…</translation>
    </message>
    <message>
        <source>There is no plan to repair yet.</source>
        <translation>Il n’y a pas encore de planning à réparer.</translation>
    </message>
    <message>
        <source>Repair with the least change</source>
        <translation>Réparer en changeant le moins</translation>
    </message>
    <message>
        <source>Proposing juries for {code}</source>
        <translation>Proposition de jurys pour {code}</translation>
    </message>
    <message>
        <source>Repairing the plan of {code}</source>
        <translation>Réparation du planning de {code}</translation>
    </message>
    <message>
        <source>Comparing plans for {code}</source>
        <translation>Comparaison de plannings pour {code}</translation>
    </message>
</context>
<context>
    <name>PurgeDialog</name>
    <message>
        <source>Documents past their time</source>
        <translation>Pièces arrivées à terme</translation>
    </message>
    <message>
        <source>Destroy for good</source>
        <translation>Détruire pour de bon</translation>
    </message>
    <message>
        <source>They are destroyed for good; the trail keeps the proof. Copies of the workspace made before hold them until they are replaced.</source>
        <translation>Elles sont détruites pour de bon&#xa0;; le journal en garde la preuve. Les copies de l’espace de travail faites avant les contiennent jusqu’à ce qu’elles soient remplacées.</translation>
    </message>
    <message>
        <source>Nothing is past its time. Documents are kept as the settings say.</source>
        <translation>Rien n’est arrivé à terme. Les pièces sont gardées aussi longtemps que les réglages le disent.</translation>
    </message>
    <message>
        <source>Contents taken out of their files, which undo could bring back: {count}</source>
        <translation>Contenus retirés de leur dossier, que l’annulation pourrait y remettre&#xa0;: {count}</translation>
    </message>
    <message>
        <source>kept until {day}</source>
        <translation>à garder jusqu’au {day}</translation>
    </message>
    <message>
        <source>expenses, {session}</source>
        <translation>frais, {session}</translation>
    </message>
</context>
<context>
    <name>Purging</name>
    <message>
        <source>Destroyed; event {number} of the trail proves it.</source>
        <translation>Détruit&#xa0;; l’événement n°&#xa0;{number} du journal le prouve.</translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>All seats</source>
        <translation>Tous les collèges</translation>
    </message>
    <message>
        <source>Set the rate</source>
        <translation>Fixer ce montant</translation>
    </message>
    <message>
        <source>Amount (€)</source>
        <translation>Montant (€)</translation>
    </message>
    <message>
        <source>Set a rate</source>
        <translation>Fixer un montant</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Dépense</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>The rate before it ends the day before.</source>
        <translation>Le montant précédent prend fin la veille.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>À partir du</translation>
    </message>
    <message>
        <source>Empty: until another one follows.</source>
        <translation>Vide&#xa0;: jusqu’au montant suivant.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Paid for each unit.</source>
        <translation>Payé par unité.</translation>
    </message>
    <message>
        <source>Paid for each kilometre; up to four decimals.</source>
        <translation>Payé par kilomètre&#xa0;; jusqu’à quatre décimales.</translation>
    </message>
    <message>
        <source>The most that is refunded, for each one.</source>
        <translation>Plafond de remboursement, par unité.</translation>
    </message>
    <message>
        <source>The most that is refunded; without a rate, all that was spent.</source>
        <translation>Plafond de remboursement&#xa0;; sans montant, toute la dépense.</translation>
    </message>
    <message>
        <source>Say from which day.</source>
        <translation>Indiquez le premier jour.</translation>
    </message>
</context>
<context>
    <name>RatesView</name>
    <message>
        <source>Expense, seat…</source>
        <translation>Dépense, collège…</translation>
    </message>
    <message>
        <source>No rate yet</source>
        <translation>Aucun montant fixé</translation>
    </message>
    <message>
        <source>Say what a half-day, a kilometre or a meal is worth, from which day on.</source>
        <translation>Fixez ce que valent une demi-journée, un kilomètre ou un repas, et à partir de quel jour.</translation>
    </message>
    <message>
        <source>Set a rate</source>
        <translation>Fixer un montant</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
</context>
<context>
    <name>ReasonActs</name>
    <message>
        <source>Looking for what blocks…</source>
        <translation>Recherche de ce qui bloque…</translation>
    </message>
    <message>
        <source>Reasons in session {code}</source>
        <translation>Raisons dans la session {code}</translation>
    </message>
    <message>
        <source>Trying the change…</source>
        <translation>Essai du changement…</translation>
    </message>
    <message>
        <source>Trying a change in session {code}</source>
        <translation>Essai d’un changement dans la session {code}</translation>
    </message>
</context>
<context>
    <name>ReceiptRow</name>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>RecusalPart</name>
    <message>
        <source>Recused</source>
        <translation>Récusation</translation>
    </message>
    <message>
        <source>Recused for this candidate</source>
        <translation>Récusé·e pour ce candidat</translation>
    </message>
    <message>
        <source>Reason of the recusal</source>
        <translation>Motif de la récusation</translation>
    </message>
</context>
<context>
    <name>RefusedSaves</name>
    <message>
        <source>Stored: appearance</source>
        <translation>Enregistré, présence</translation>
    </message>
    <message>
        <source>Stored: recusals</source>
        <translation>Enregistré, récusations</translation>
    </message>
    <message>
        <source>Stored: vote</source>
        <translation>Enregistré, vote</translation>
    </message>
    <message>
        <source>Stored: recommendation</source>
        <translation>Enregistré, recommandation</translation>
    </message>
    <message>
        <source>Stored: observations</source>
        <translation>Enregistré, observations</translation>
    </message>
</context>
<context>
    <name>ReleaseActs</name>
    <message>
        <source>Release the changes</source>
        <translation>Diffuser les changements</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Diffuser</translation>
    </message>
    <message>
        <source>Nobody has an hour yet.</source>
        <translation>Personne n’a encore d’horaire.</translation>
    </message>
    <message>
        <source>Nothing has changed since the plan was released.</source>
        <translation>Rien n’a changé depuis la diffusion du planning.</translation>
    </message>
    <message>
        <source>{name} has no e-mail address.</source>
        <translation>{name} n’a pas d’adresse de courriel.</translation>
    </message>
    <message>
        <source>Where should the list go?</source>
        <translation>Où enregistrer la liste&#xa0;?</translation>
    </message>
    <message>
        <source>to-tell-{code}.xlsx</source>
        <translation>a-prevenir-{code}.xlsx</translation>
    </message>
    <message>
        <source>This machine has no mail program: the message is on the clipboard.</source>
        <translation>Cet ordinateur n’a pas de messagerie&#xa0;: le message est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Not released. Points to settle first: {count}</source>
        <translation>Non diffusé. Points à régler d’abord&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message>
        <source>Never purged</source>
        <translation>Jamais purgés</translation>
    </message>
    <message>
        <source> months</source>
        <translation> mois</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>from: {since} · {ground} ({source})</source>
        <translation>à compter de&#xa0;: {since} · {ground} ({source})</translation>
    </message>
</context>
<context>
    <name>RoomActs</name>
    <message>
        <source>Note first who is there (Alt+T: all).</source>
        <translation>Notez d’abord qui est là (Alt+T&#xa0;: tout le monde).</translation>
    </message>
    <message>
        <source>Who presides?</source>
        <translation>Qui préside&#xa0;?</translation>
    </message>
    <message>
        <source>A member who is there and has a vote, while the president does not sit.</source>
        <translation>Un membre présent, avec voix délibérative, tant que la présidence ne siège pas.</translation>
    </message>
    <message>
        <source>Why does {name} preside? The minutes say it.</source>
        <translation>Pourquoi {name} préside&#xa0;? Le procès-verbal l’indique.</translation>
    </message>
    <message>
        <source>Presides</source>
        <translation>Préside</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>Room 1</source>
        <translation>Salle 1</translation>
    </message>
    <message>
        <source>whenever a session sits</source>
        <translation>dès qu’une session s’y tient</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add the room</source>
        <translation>Ajouter la salle</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Nouvelle salle</translation>
    </message>
    <message>
        <source>Change the room</source>
        <translation>Modifier la salle</translation>
    </message>
    <message>
        <source>Sessions name it so; no other room has this name</source>
        <translation>Les sessions la nomment ainsi&#xa0;; aucune autre salle ne porte ce nom</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>at the most</source>
        <translation>au plus</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Such as: Monday–Friday 8:30–18:00; Saturday 9:00–12:00</source>
        <translation>Par exemple&#xa0;: lundi–vendredi 8:30–18:00&#xa0;; samedi 9:00–12:00</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>Such as: 24/12–2/1 (holidays); Monday mornings</source>
        <translation>Par exemple&#xa0;: 24/12–2/1 (fêtes)&#xa0;; les lundis matin</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermetures</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Équipement</translation>
    </message>
    <message>
        <source>A session held remotely needs a video conference; a candidate may need step-free access.</source>
        <translation>Une session à distance demande une visioconférence&#xa0;; un candidat ou une candidate peut avoir besoin d’un accès PMR.</translation>
    </message>
    <message>
        <source>Write the number of persons in figures, or leave it empty.</source>
        <translation>Écrivez le nombre de personnes en chiffres, ou laissez vide.</translation>
    </message>
</context>
<context>
    <name>RoomSide</name>
    <message>
        <source>Nothing: this candidate is settled.</source>
        <translation>Rien&#xa0;: ce candidat est réglé.</translation>
    </message>
    <message>
        <source>What is still to settle</source>
        <translation>Ce qu’il reste à régler</translation>
    </message>
</context>
<context>
    <name>RoomsField</name>
    <message>
        <source>Pick rooms of the sites</source>
        <translation>Choisir parmi les salles des lieux</translation>
    </message>
    <message>
        <source>{room} ({count} persons)</source>
        <translation>{room} ({count} personnes)</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Lay the roster down to see what it would change</source>
        <translation>Déposez la liste pour voir ce qu’elle changerait</translation>
    </message>
    <message>
        <source>Rosters</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Where should the roster go?</source>
        <translation>Où enregistrer la liste&#xa0;?</translation>
    </message>
    <message>
        <source>One roster at a time: the first of {count} files is read.</source>
        <translation>Une seule liste à la fois&#xa0;: le premier des {count} fichiers est lu.</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} sur {count}</translation>
    </message>
</context>
<context>
    <name>RowLayout</name>
    <message>
        <source>Usual layout</source>
        <translation>Disposition habituelle</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Choose columns</source>
        <translation>Choisir les colonnes</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Lignes compactes</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Exporter cette liste</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>No row holds these words and passes these filters.</source>
        <translation>Aucune ligne ne contient ces mots en passant ces filtres.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message>
        <source>Choose a row to see what becomes of it.</source>
        <translation>Choisissez une ligne pour voir ce qu’elle devient.</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Décider de nouveau</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>It is {name}</source>
        <translation>C’est {name}</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Une autre personne</translation>
    </message>
    <message>
        <source>Remove what the row lacks</source>
        <translation>Retirer ce que la ligne n’a plus</translation>
    </message>
    <message>
        <source>Keep after all</source>
        <translation>Garder finalement</translation>
    </message>
    <message>
        <source>Remove the candidacy</source>
        <translation>Retirer la candidature</translation>
    </message>
</context>
<context>
    <name>RowsStep</name>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Any word of a row</source>
        <translation>Un mot de la ligne</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>Aucune ligne</translation>
    </message>
    <message>
        <source>No sheet of the file is read.</source>
        <translation>Aucune feuille du fichier n’est lue.</translation>
    </message>
    <message>
        <source>Kept as a draft</source>
        <translation>Gardés en brouillon</translation>
    </message>
    <message>
        <source>No more in the file ({count})</source>
        <translation>Absents du fichier ({count})</translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <source>Choose somebody…</source>
        <translation>Choisir quelqu’un…</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>Keep in this jury</source>
        <translation>Garder dans ce jury</translation>
    </message>
    <message>
        <source>Forbid…</source>
        <translation>Interdire…</translation>
    </message>
    <message>
        <source>Move to another seat</source>
        <translation>Déplacer vers un autre siège</translation>
    </message>
    <message>
        <source>Admit again</source>
        <translation>Réadmettre</translation>
    </message>
    <message>
        <source>Do not seat again</source>
        <translation>Ne plus proposer</translation>
    </message>
    <message>
        <source>Cannot come…</source>
        <translation>Ne peut pas venir…</translation>
    </message>
    <message>
        <source>Free the seat</source>
        <translation>Libérer le siège</translation>
    </message>
</context>
<context>
    <name>SeatFace</name>
    <message>
        <source>Free seat</source>
        <translation>Siège libre</translation>
    </message>
    <message>
        <source>Enter: see who may sit here</source>
        <translation>Entrée&#xa0;: voir qui peut siéger</translation>
    </message>
    <message>
        <source>President</source>
        <translation>Présidence</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglé</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Délibère</translation>
    </message>
    <message>
        <source>Present, no vote</source>
        <translation>Présent sans voix</translation>
    </message>
    <message>
        <source>External</source>
        <translation>Externe</translation>
    </message>
    <message>
        <source>Barred</source>
        <translation>Écarté</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposé</translation>
    </message>
    <message>
        <source>Summoned</source>
        <translation>Convoqué</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Décliné</translation>
    </message>
</context>
<context>
    <name>SeatMoving</name>
    <message>
        <source>May sit here.</source>
        <translation>Peut siéger ici.</translation>
    </message>
    <message>
        <source>Changes places with {name}.</source>
        <translation>Échange sa place avec {name}.</translation>
    </message>
    <message>
        <source>Sits here now.</source>
        <translation>Siège ici.</translation>
    </message>
</context>
<context>
    <name>SessionBoardView</name>
    <message>
        <source>No rule is broken.</source>
        <translation>Aucune règle n’est enfreinte.</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Juries</source>
        <translation>Jurys</translation>
    </message>
    <message>
        <source>To place</source>
        <translation>À placer</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Pins and bans</source>
        <translation>Épingles et interdits</translation>
    </message>
    <message>
        <source>The session is frozen: nothing moves.</source>
        <translation>La session est figée&#xa0;: rien ne bouge.</translation>
    </message>
    <message>
        <source>Juries ({count})</source>
        <translation>Jurys ({count})</translation>
    </message>
    <message>
        <source>To place ({count})</source>
        <translation>À placer ({count})</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>Constats ({count})</translation>
    </message>
    <message>
        <source>Pins and bans ({count})</source>
        <translation>Épingles et interdits ({count})</translation>
    </message>
    <message>
        <source>Summonses</source>
        <translation>Convocations</translation>
    </message>
    <message>
        <source>Summonses ({count})</source>
        <translation>Convocations ({count})</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>New session</source>
        <translation>Nouvelle session</translation>
    </message>
    <message>
        <source>Room 1</source>
        <translation>Salle 1</translation>
    </message>
    <message>
        <source>{count} candidates are ready on that day and will be taken.</source>
        <translation>Candidats prêts ce jour-là, qui seront pris&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Nobody is ready on that day yet; candidates can be added later.</source>
        <translation>Personne n’est encore prêt ce jour-là&#xa0;; des candidats peuvent être ajoutés plus tard.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>Pick one or several days in the calendar.</source>
        <translation>Choisissez un ou plusieurs jours dans le calendrier.</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Sur place</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>À distance</translation>
    </message>
    <message>
        <source>On site and remote</source>
        <translation>Sur place et à distance</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Create the session</source>
        <translation>Créer la session</translation>
    </message>
    <message>
        <source>Change the session</source>
        <translation>Modifier la session</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>Code of the session</source>
        <translation>Code de la session</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalité</translation>
    </message>
    <message>
        <source>Several rooms: separated by commas</source>
        <translation>Plusieurs salles&#xa0;: séparées par des virgules</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salles</translation>
    </message>
    <message>
        <source>A third more where a candidate has an adaptation</source>
        <translation>Un tiers de plus en cas d’aménagement</translation>
    </message>
    <message>
        <source>One hearing</source>
        <translation>Un passage</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Printed in the minutes; or how to join when it is remote</source>
        <translation>Imprimée au procès-verbal&#xa0;; ou comment se connecter à distance</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Pick at least one day in the calendar.</source>
        <translation>Choisissez au moins un jour dans le calendrier.</translation>
    </message>
    <message>
        <source>Also judged</source>
        <translation>Aussi jugées</translation>
    </message>
    <message>
        <source>Another certification</source>
        <translation>Une autre certification</translation>
    </message>
    <message>
        <source>Half a day</source>
        <translation>La demi-journée</translation>
    </message>
    <message>
        <source>The whole day</source>
        <translation>La journée entière</translation>
    </message>
    <message>
        <source>The whole day: the same members morning and afternoon</source>
        <translation>La journée entière&#xa0;: les mêmes membres matin et après-midi</translation>
    </message>
    <message>
        <source>A jury sits for</source>
        <translation>Un jury siège pour</translation>
    </message>
</context>
<context>
    <name>SessionListView</name>
    <message>
        <source>Code, certification, day…</source>
        <translation>Code, certification, jour…</translation>
    </message>
    <message>
        <source>No session yet</source>
        <translation>Aucune session pour l’instant</translation>
    </message>
    <message>
        <source>Choose a certification and a day: jurydesk proposes juries that are legal.</source>
        <translation>Choisissez une certification et un jour&#xa0;: jurydesk propose des jurys réguliers.</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Nouvelle session</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>To plan</source>
        <translation>À planifier</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposé</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Figée</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Passées</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloquées</translation>
    </message>
    <message>
        <source>Juries</source>
        <translation>Jurys</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Placés</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Blocages</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Toutes les sessions</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Nouvelle session</translation>
    </message>
    <message>
        <source>pins and bans: {count}</source>
        <translation>épingles et interdits&#xa0;: {count}</translation>
    </message>
    <message>
        <source>released on {day}</source>
        <translation>diffusé le {day}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Where should the copy go?</source>
        <translation>Où enregistrer la copie&#xa0;?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>On this machine only; every choice holds at once.</source>
        <translation>Sur cette machine seulement&#xa0;; chaque choix vaut aussitôt.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Certifying body</source>
        <translation>Organisme certificateur</translation>
    </message>
    <message>
        <source>Printed in the minutes and on every paper.</source>
        <translation>Imprimé au procès-verbal et sur chaque papier.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>Représenté par</translation>
    </message>
    <message>
        <source>In the quality of</source>
        <translation>En qualité de</translation>
    </message>
    <message>
        <source>Usual place of sessions</source>
        <translation>Lieu habituel des sessions</translation>
    </message>
    <message>
        <source>The words that tell candidates how to complain or appeal.</source>
        <translation>Les mots qui disent aux candidats comment réclamer ou contester.</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>Voies de recours</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Where the law leaves the figure to the office.</source>
        <translation>Là où le droit laisse le chiffre à l’organisme.</translation>
    </message>
    <message>
        <source>Deliberating members at least</source>
        <translation>Membres délibérants au moins</translation>
    </message>
    <message>
        <source>Years in a row at most</source>
        <translation>Années de suite au plus</translation>
    </message>
    <message>
        <source>Juries a year at most</source>
        <translation>Jurys par an au plus</translation>
    </message>
    <message>
        <source>After who is heard and the law&apos;s deadlines. Drag a line, or move it by Ctrl and an arrow; the first counts most.</source>
        <translation>Après les candidats entendus et les échéances légales. Faites glisser une ligne, ou déplacez-la par Ctrl et une flèche&#xa0;; la première compte le plus.</translation>
    </message>
    <message>
        <source>What counts when juries are proposed</source>
        <translation>Ce qui compte quand des jurys sont proposés</translation>
    </message>
    <message>
        <source>How long data are kept</source>
        <translation>Durées de conservation</translation>
    </message>
    <message>
        <source>Nothing goes by itself: what is past its time is shown before it is purged.</source>
        <translation>Rien ne disparaît de soi-même&#xa0;: ce qui est arrivé à terme est montré avant d’être détruit.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espace de travail</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Make a copy…</source>
        <translation>Faire une copie…</translation>
    </message>
    <message>
        <source>Copied and checked: {file}</source>
        <translation>Copié et vérifié&#xa0;: {file}</translation>
    </message>
    <message>
        <source>The trail was altered: event {number} does not hold.</source>
        <translation>Le journal a été altéré&#xa0;: l’événement {number} ne tient pas.</translation>
    </message>
    <message>
        <source>Minutes {number} were altered after they were made final.</source>
        <translation>Le procès-verbal {number} a été altéré après avoir été établi.</translation>
    </message>
    <message>
        <source>Everything holds: file, links, trail of {count} events, minutes.</source>
        <translation>Tout tient&#xa0;: fichier, liens, journal de {count} événements, procès-verbaux.</translation>
    </message>
    <message>
        <source>Documents past their time…</source>
        <translation>Pièces arrivées à terme…</translation>
    </message>
    <message>
        <source>Social security numbers</source>
        <translation>Numéros de sécurité sociale</translation>
    </message>
    <message>
        <source>Sealed under a passphrase that the office shares.</source>
        <translation>Scellés sous une phrase secrète que le bureau partage.</translation>
    </message>
    <message>
        <source>Seat only those who said that they are free</source>
        <translation>Ne placer que les personnes qui ont dit être libres</translation>
    </message>
    <message>
        <source>Months read in an examiner&apos;s calendar</source>
        <translation>Mois lus dans le calendrier d’un juré</translation>
    </message>
    <message>
        <source>Days before the session for an answer</source>
        <translation>Jours avant la session pour répondre</translation>
    </message>
    <message>
        <source>Days without an answer before a reminder</source>
        <translation>Jours sans réponse avant une relance</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Entry condition</source>
        <translation>Condition d’entrée</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>Qui en répond</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>On what evidence</source>
        <translation>Justificatif</translation>
    </message>
    <message>
        <source>Kept in the file and shown to whoever opens it.</source>
        <translation>Gardé au dossier, visible de toute personne qui l’ouvre.</translation>
    </message>
</context>
<context>
    <name>SheetConditions</name>
    <message>
        <source>Entry conditions</source>
        <translation>Conditions d’entrée</translation>
    </message>
    <message>
        <source>The sheet says: {text}</source>
        <translation>La fiche indique&#xa0;: {text}</translation>
    </message>
    <message>
        <source>None is entered: nobody is asked for any. Each one added here must be settled in the file of every candidacy of its routes before a jury.</source>
        <translation>Aucune n’est saisie&#xa0;: rien n’est demandé. Chaque condition ajoutée ici est à trancher dans le dossier de chaque candidature de ses voies, avant le jury.</translation>
    </message>
    <message>
        <source>Add a condition…</source>
        <translation>Ajouter une condition…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>is enough instead of {condition}</source>
        <translation>suffit à la place de {condition}</translation>
    </message>
    <message>
        <source>every route but experience</source>
        <translation>toutes les voies sauf la VAE</translation>
    </message>
</context>
<context>
    <name>SheetEquivalences</name>
    <message>
        <source>Equivalences</source>
        <translation>Équivalences</translation>
    </message>
    <message>
        <source>They are equivalent</source>
        <translation>Ils sont équivalents</translation>
    </message>
    <message>
        <source>Set it aside…</source>
        <translation>L’écarter…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Does block {old} stand for block {new}? You answer for it by name.</source>
        <translation>Le bloc {old} tient-il lieu du bloc {new}&#xa0;? Vous en répondez en votre nom.</translation>
    </message>
    <message>
        <source>Equivalence</source>
        <translation>Équivalence</translation>
    </message>
    <message>
        <source>Why is it set aside?</source>
        <translation>Pourquoi est-elle écartée&#xa0;?</translation>
    </message>
    <message>
        <source>No new pair of blocks looks alike enough to be proposed.</source>
        <translation>Aucune nouvelle paire de blocs n’est assez ressemblante pour être proposée.</translation>
    </message>
    <message>
        <source>The blocks of this sheet are not known: nothing can stand for them.</source>
        <translation>Les blocs de cette fiche ne sont pas connus&#xa0;: rien ne peut en tenir lieu.</translation>
    </message>
    <message>
        <source>This certification is judged as a whole: it has no blocks.</source>
        <translation>Cette certification se juge en entier&#xa0;: elle n’a pas de blocs.</translation>
    </message>
    <message>
        <source>None: only what was acquired under this very sheet counts for it.</source>
        <translation>Aucune&#xa0;: seul compte ce qui a été acquis sous cette fiche même.</translation>
    </message>
    <message>
        <source>Propose from {code}</source>
        <translation>Proposer depuis {code}</translation>
    </message>
    <message>
        <source>Add an equivalence…</source>
        <translation>Ajouter une équivalence…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Trancher…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>by {name} on {day}</source>
        <translation>par {name} le {day}</translation>
    </message>
    <message>
        <source>likeness {count} %</source>
        <translation>ressemblance {count}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>SheetsStep</name>
    <message>
        <source>Sheets of the file</source>
        <translation>Feuilles du fichier</translation>
    </message>
    <message>
        <source>{sheet} (hidden)</source>
        <translation>{sheet} (masquée)</translation>
    </message>
    <message>
        <source>This sheet is hidden. Tick it to read it.</source>
        <translation>Cette feuille est masquée. Cochez-la pour la lire.</translation>
    </message>
    <message>
        <source>Headings: row {row} · persons: {count}. Click another row, or press Enter on it, if the headings stand there.</source>
        <translation>Intitulés&#xa0;: ligne {row} · personnes&#xa0;: {count}. Si les intitulés sont ailleurs, cliquez sur leur ligne, ou allez-y et appuyez sur Entrée.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Search a candidate, an examiner, a session…</source>
        <translation>Rechercher un candidat, un juré, une session…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Montrer le détail</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>Dans une liste</translation>
    </message>
    <message>
        <source>On a timetable</source>
        <translation>Dans un calendrier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>In the deliberation room</source>
        <translation>En délibération</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Rechercher partout</translation>
    </message>
    <message>
        <source>First page, and so on</source>
        <translation>Première page, et ainsi de suite</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Rechercher dans cette page</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>To the panel and back</source>
        <translation>Vers le panneau et retour</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Un pas en arrière</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Cette fiche</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete (with undo)</source>
        <translation>Supprimer (annulable)</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Pick up a hearing</source>
        <translation>Prendre un passage</translation>
    </message>
    <message>
        <source>Move it (all arrows)</source>
        <translation>Le déplacer (flèches)</translation>
    </message>
    <message>
        <source>Lay it down</source>
        <translation>Le poser</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Le remettre</translation>
    </message>
    <message>
        <source>Next candidate (PgUp: back)</source>
        <translation>Candidat suivant (Page préc.&#xa0;: retour)</translation>
    </message>
    <message>
        <source>Next without a result</source>
        <translation>Suivant sans résultat</translation>
    </message>
    <message>
        <source>Member 1 there or not, and so on</source>
        <translation>Membre 1 présent ou non, etc.</translation>
    </message>
    <message>
        <source>Member 1 comes or leaves now</source>
        <translation>Membre 1 arrive ou part maintenant</translation>
    </message>
    <message>
        <source>All members are there</source>
        <translation>Tous les membres sont là</translation>
    </message>
    <message>
        <source>All have read and declare no tie</source>
        <translation>Tous ont lu et déclarent n’avoir aucun lien</translation>
    </message>
    <message>
        <source>To the members, one after the other</source>
        <translation>Aux membres, l’un après l’autre</translation>
    </message>
    <message>
        <source>On a member: declares</source>
        <translation>Sur un membre&#xa0;: déclare</translation>
    </message>
    <message>
        <source>On a member: recused</source>
        <translation>Sur un membre&#xa0;: récusation</translation>
    </message>
    <message>
        <source>On a member: hours</source>
        <translation>Sur un membre&#xa0;: heures</translation>
    </message>
    <message>
        <source>On a member: presides</source>
        <translation>Sur un membre&#xa0;: préside</translation>
    </message>
    <message>
        <source>A member is missing</source>
        <translation>Un membre manque</translation>
    </message>
    <message>
        <source>The candidate came (B: did not, E: excused)</source>
        <translation>Candidat présent (B&#xa0;: absent, E&#xa0;: excusé)</translation>
    </message>
    <message>
        <source>Block 1, and so on (Alt+Down: next)</source>
        <translation>Bloc 1, etc. (Alt+Bas&#xa0;: suivant)</translation>
    </message>
    <message>
        <source>Acquired (R: refused)</source>
        <translation>Acquis (R&#xa0;: refusé)</translation>
    </message>
    <message>
        <source>Vote; then + for, - against, 0 abstained</source>
        <translation>Vote&#xa0;; puis + pour, - contre, 0 abstention</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Aléas</translation>
    </message>
    <message>
        <source>Close the deliberation</source>
        <translation>Clore la délibération</translation>
    </message>
    <message>
        <source>On the wall, and back</source>
        <translation>Projeter, et revenir</translation>
    </message>
    <message>
        <source>On the wall: larger (Ctrl+-: smaller)</source>
        <translation>Projeté&#xa0;: plus grand (Ctrl+-&#xa0;: plus petit)</translation>
    </message>
    <message>
        <source>On the wall: names of the others</source>
        <translation>Projeté&#xa0;: noms des autres</translation>
    </message>
    <message>
        <source>Do what a deadline waits for</source>
        <translation>Faire ce qu’une échéance attend</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Liens d’intérêt</translation>
    </message>
    <message>
        <source>Foresight</source>
        <translation>Prévisions</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Frais</translation>
    </message>
</context>
<context>
    <name>SiteDialog</name>
    <message>
        <source>Head office</source>
        <translation>Siège</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add the site</source>
        <translation>Ajouter le lieu</translation>
    </message>
    <message>
        <source>Change the site</source>
        <translation>Modifier le lieu</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>Nouveau lieu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>In full, as convocations and minutes print it</source>
        <translation>Complète, telle que les convocations et le procès-verbal l’impriment</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>How to get in, whom to call</source>
        <translation>Comment entrer, qui appeler</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>SiteInspector</name>
    <message>
        <source>Choose a room to see when it can be had and what it offers.</source>
        <translation>Choisissez une salle pour voir quand elle est ouverte et ce qu’elle offre.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>none written yet</source>
        <translation>pas encore d’adresse</translation>
    </message>
    <message>
        <source>No session can be held here before it has a room.</source>
        <translation>Aucune session ne peut s’y tenir tant qu’il n’a pas de salle.</translation>
    </message>
    <message>
        <source>Travel from here</source>
        <translation>Trajets depuis ce lieu</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>whenever a session sits</source>
        <translation>dès qu’une session s’y tient</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Équipement</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermetures</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>Sites</name>
    <message>
        <source>Site</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>no room yet</source>
        <translation>pas encore de salle</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Équipement</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <source>{hours} (closed: {closed})</source>
        <translation>{hours} (fermé&#xa0;: {closed})</translation>
    </message>
</context>
<context>
    <name>SitesPage</name>
    <message>
        <source>Sites</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Change the room</source>
        <translation>Modifier la salle</translation>
    </message>
    <message>
        <source>Change the site</source>
        <translation>Modifier le lieu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Site, room, equipment…</source>
        <translation>Lieu, salle, équipement…</translation>
    </message>
    <message>
        <source>No site yet</source>
        <translation>Aucun lieu</translation>
    </message>
    <message>
        <source>A session may go on naming its rooms by hand. With sites, plans know how many a room holds, when it is open, what it offers and how far it is to another.</source>
        <translation>Une session peut continuer à nommer ses salles à la main. Avec des lieux, les plannings savent combien une salle accueille, quand elle est ouverte, ce qu’elle offre et à quelle distance sont les autres.</translation>
    </message>
    <message>
        <source>Add a site…</source>
        <translation>Ajouter un lieu…</translation>
    </message>
    <message>
        <source>There is only one site.</source>
        <translation>Il faut deux lieux.</translation>
    </message>
    <message>
        <source>Travel times…</source>
        <translation>Durées de trajet…</translation>
    </message>
    <message>
        <source>Remove the site</source>
        <translation>Supprimer le lieu</translation>
    </message>
    <message>
        <source>Add a room…</source>
        <translation>Ajouter une salle…</translation>
    </message>
    <message>
        <source>Change the site…</source>
        <translation>Modifier le lieu…</translation>
    </message>
    <message>
        <source>Change the room…</source>
        <translation>Modifier la salle…</translation>
    </message>
    <message>
        <source>Remove the room</source>
        <translation>Supprimer la salle</translation>
    </message>
    <message>
        <source>Rooms: {count}</source>
        <translation>Salles&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} sur {count}</translation>
    </message>
</context>
<context>
    <name>StandIns</name>
    <message>
        <source>{name} cannot come?</source>
        <translation>{name} ne peut pas venir&#xa0;?</translation>
    </message>
    <message>
        <source>The half-day is kept as an absence, and the seat falls vacant.</source>
        <translation>La demi-journée est notée comme une absence, et le siège devient vacant.</translation>
    </message>
    <message>
        <source>Reason, if there is one:</source>
        <translation>Motif, s’il y en a un&#xa0;:</translation>
    </message>
    <message>
        <source>Jury {number}: {seat}</source>
        <translation>Jury {number}&#xa0;: {seat}</translation>
    </message>
    <message>
        <source>First those with whom every hearing can be held, then by what they bring.</source>
        <translation>D’abord les personnes avec qui tous les passages peuvent avoir lieu, puis selon l’effet de chacune.</translation>
    </message>
    <message>
        <source>juries this year: {count}</source>
        <translation>jurys cette année&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{women} W / {men} M</source>
        <translation>{women} F / {men} H</translation>
    </message>
    <message>
        <source>hearings that could not be held: {count}</source>
        <translation>passages impossibles&#xa0;: {count}</translation>
    </message>
    <message>
        <source>recusals: {count}</source>
        <translation>récusations&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Show it on the page Home</source>
        <translation>Le montrer à l’accueil</translation>
    </message>
    <message>
        <source>Saved at {time}</source>
        <translation>Enregistré à {time}</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>This act binds the certifying body: it is not undone, it is revoked with a reason.</source>
        <translation>Cet acte engage le certificateur&#xa0;: il ne s’annule pas, il se révoque avec un motif.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Not needed; kept in the history.</source>
        <translation>Facultatif&#xa0;; conservé dans l’historique.</translation>
    </message>
    <message>
        <source>Mark out of 20</source>
        <translation>Note sur 20</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <source>On what evidence</source>
        <translation>Sur quel justificatif</translation>
    </message>
    <message>
        <source>What the candidate did</source>
        <translation>Démarche accomplie</translation>
    </message>
    <message>
        <source>Not a date. Write it as 04/12/2026.</source>
        <translation>Ce n’est pas une date. Écrivez-la comme 04/12/2026.</translation>
    </message>
</context>
<context>
    <name>StressView</name>
    <message>
        <source>Compute</source>
        <translation>Calculer</translation>
    </message>
    <message>
        <source>How many more juries the pool can hold in the range above, without whom it holds fewer, and whom to find so that it holds more.</source>
        <translation>Combien de jurys de plus le vivier peut tenir sur la période ci-dessus, sans qui il en tient moins, et qui trouver pour qu’il en tienne davantage.</translation>
    </message>
    <message>
        <source>Indispensable</source>
        <translation>Indispensables</translation>
    </message>
    <message>
        <source>Nobody: without any one of them there are as many juries.</source>
        <translation>Personne&#xa0;: sans l’un ou l’autre, il y a autant de jurys.</translation>
    </message>
    <message>
        <source>Whom to recruit</source>
        <translation>Qui recruter</translation>
    </message>
    <message>
        <source>Nobody would make it more.</source>
        <translation>Personne n’y changerait rien.</translation>
    </message>
    <message>
        <source>How many juries may sit on one half-day</source>
        <translation>Combien de jurys peuvent siéger la même demi-journée</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>En même temps</translation>
    </message>
    <message>
        <source>How many juries make a session</source>
        <translation>Combien de jurys font une session</translation>
    </message>
    <message>
        <source>Per session</source>
        <translation>Par session</translation>
    </message>
    <message>
        <source>How many juries a person sits in per calendar year</source>
        <translation>Combien de jurys une personne tient par année civile</translation>
    </message>
    <message>
        <source>Per person</source>
        <translation>Par personne</translation>
    </message>
</context>
<context>
    <name>SummonsActs</name>
    <message>
        <source>There is no answer to take back.</source>
        <translation>Il n’y a pas de réponse à reprendre.</translation>
    </message>
    <message>
        <source>These people were sent what the plan asks of them already.</source>
        <translation>Ces personnes ont déjà reçu ce que le planning leur demande.</translation>
    </message>
    <message>
        <source>These people were sent no summons yet.</source>
        <translation>Ces personnes n’ont pas encore reçu de convocation.</translation>
    </message>
    <message>
        <source>Nobody among these people owes an answer.</source>
        <translation>Aucune de ces personnes ne nous doit de réponse.</translation>
    </message>
</context>
<context>
    <name>SummonsDialog</name>
    <message>
        <source>Reason, conditions…</source>
        <translation>Motif, conditions…</translation>
    </message>
    <message>
        <source>others: {count}</source>
        <translation>autres&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>For which half-days?</source>
        <translation>Pour quelles demi-journées&#xa0;?</translation>
    </message>
    <message>
        <source>Summons sent</source>
        <translation>Convocation envoyée</translation>
    </message>
    <message>
        <source>Summons accepted</source>
        <translation>Convocation acceptée</translation>
    </message>
    <message>
        <source>Summons declined</source>
        <translation>Convocation déclinée</translation>
    </message>
    <message>
        <source>Reminder sent</source>
        <translation>Relance envoyée</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>Répondu le</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Envoyée le</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Write a day, such as 23/11/2026.</source>
        <translation>Écrivez un jour, par exemple 23/11/2026.</translation>
    </message>
    <message>
        <source>Tick at least one half-day.</source>
        <translation>Cochez au moins une demi-journée.</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Stop this work</source>
        <translation>Arrêter ce travail</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Is expected</source>
        <translation>Est attendu·e</translation>
    </message>
    <message>
        <source>Was expected</source>
        <translation>Était attendu·e</translation>
    </message>
    <message>
        <source>Not released</source>
        <translation>Non diffusé</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sans changement</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <source>Examiners</source>
        <translation>Jurés</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>À relancer</translation>
    </message>
    <message>
        <source>Send by (employer)</source>
        <translation>À envoyer avant (employeur)</translation>
    </message>
    <message>
        <source>Fifteen days before (D. 3142-32)</source>
        <translation>Quinze jours avant (D. 3142-32)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>To remind</source>
        <translation>À relancer</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Certification</translation>
    </message>
</context>
<context>
    <name>TellingView</name>
    <message>
        <source>Name, room, e-mail…</source>
        <translation>Nom, salle, courriel…</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Écrire…</translation>
    </message>
    <message>
        <source>The plan is not released yet</source>
        <translation>Le planning n’est pas encore diffusé</translation>
    </message>
    <message>
        <source>Once it is, everybody it concerns is listed here, and after each change only those whom it touches.</source>
        <translation>Dès qu’il l’est, toutes les personnes concernées figurent ici, puis, après chaque changement, seulement celles qu’il touche.</translation>
    </message>
    <message>
        <source>Was sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Accepts</source>
        <translation>Accepte</translation>
    </message>
    <message>
        <source>Declines</source>
        <translation>Décline</translation>
    </message>
    <message>
        <source>Was reminded</source>
        <translation>Relancé·e</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Reprendre la réponse</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Relance</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Décline</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepte</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
</context>
<context>
    <name>TieDialog</name>
    <message>
        <source>Declare a tie</source>
        <translation>Déclarer un lien</translation>
    </message>
    <message>
        <source>Begin to type a name</source>
        <translation>Commencez à taper un nom</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>Déclarer</translation>
    </message>
    <message>
        <source>It holds at once: planning keeps these two apart, or has the examiner recused where the law lets them sit.</source>
        <translation>Il vaut aussitôt&#xa0;: la planification les sépare, ou fait récuser le juré là où la loi lui permet de siéger.</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidat/e</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Juré/e</translation>
    </message>
    <message>
        <source>What ties them</source>
        <translation>Ce qui les lie</translation>
    </message>
    <message>
        <source>Where and when, in the words of whoever declares it.</source>
        <translation>Où et quand, avec les mots de qui le déclare.</translation>
    </message>
    <message>
        <source>In which words</source>
        <translation>En quels termes</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Qui le dit</translation>
    </message>
    <message>
        <source>Choose one of the persons found.</source>
        <translation>Choisissez une des personnes trouvées.</translation>
    </message>
    <message>
        <source>A few words are needed.</source>
        <translation>Il faut quelques mots.</translation>
    </message>
</context>
<context>
    <name>TieInspector</name>
    <message>
        <source>Choose a tie to see what proves it and what it forbids.</source>
        <translation>Choisissez un lien pour voir ce qui le prouve et ce qu’il interdit.</translation>
    </message>
    <message>
        <source>Session being prepared</source>
        <translation>Session en préparation</translation>
    </message>
    <message>
        <source>No tie is known between these two.</source>
        <translation>Aucun lien connu entre ces deux personnes.</translation>
    </message>
    <message>
        <source>What it forbids</source>
        <translation>Ce qu’il interdit</translation>
    </message>
    <message>
        <source>Ties selected: {count}</source>
        <translation>Liens sélectionnés&#xa0;: {count}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} autres</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Tranché par</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>TieListView</name>
    <message>
        <source>Name, employer, reason…</source>
        <translation>Nom, employeur, motif…</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Trancher</translation>
    </message>
    <message>
        <source>It exists</source>
        <translation>Il existe</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>No tie is known yet</source>
        <translation>Aucun lien connu</translation>
    </message>
    <message>
        <source>Employers, placements, trainers and remarks of the files propose them as soon as there are candidates and examiners. Both sides may declare more.</source>
        <translation>Employeurs, stages, formateurs et remarques des dossiers les proposent dès qu’il y a des candidats et des jurés. Chacun peut en déclarer d’autres.</translation>
    </message>
</context>
<context>
    <name>TieMatrixView</name>
    <message>
        <source>Matrix of ties</source>
        <translation>Matrice des liens</translation>
    </message>
    <message>
        <source>Session or certification</source>
        <translation>Session ou certification</translation>
    </message>
    <message>
        <source>Candidate or examiner…</source>
        <translation>Candidat ou juré…</translation>
    </message>
    <message>
        <source>Only who is tied</source>
        <translation>Avec un lien seulement</translation>
    </message>
    <message>
        <source>To the next tie</source>
        <translation>Lien suivant</translation>
    </message>
    <message>
        <source>It exists</source>
        <translation>Il existe</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Trancher</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>A matrix needs somebody to be judged and examiners who may judge them.</source>
        <translation>Il faut des candidats à juger et des jurés qui puissent les juger.</translation>
    </message>
    <message>
        <source>To the candidates</source>
        <translation>Voir les candidats</translation>
    </message>
    <message>
        <source>To the examiners</source>
        <translation>Voir le vivier</translation>
    </message>
    <message>
        <source>Nobody faces anybody yet</source>
        <translation>Personne n’est encore face à personne</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Nobody here has that name or is tied.</source>
        <translation>Personne ici ne porte ce nom ou n’a de lien.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Session {code}</source>
        <translation>Session {code}</translation>
    </message>
</context>
<context>
    <name>TieSettler</name>
    <message>
        <source>The tie exists</source>
        <translation>Le lien existe</translation>
    </message>
    <message>
        <source>Set it aside…</source>
        <translation>L’écarter…</translation>
    </message>
    <message>
        <source>Leave it to be settled</source>
        <translation>Le laisser à trancher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Does this tie exist? An examiner tied to a candidate may not judge them.</source>
        <translation>Ce lien existe-t-il&#xa0;? Un juré lié à un candidat ne peut pas le juger.</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Why is there no tie? The reason is kept.</source>
        <translation>Pourquoi n’y a-t-il pas de lien&#xa0;? Le motif est conservé.</translation>
    </message>
    <message>
        <source>Set a tie aside</source>
        <translation>Écarter un lien</translation>
    </message>
</context>
<context>
    <name>Ties</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidat/e</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Juré/e</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Tranché</translation>
    </message>
    <message>
        <source>Kind of tie</source>
        <translation>Sorte de lien</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Examiner’s organisation</source>
        <translation>Structure du juré</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Declared on</source>
        <translation>Déclaré le</translation>
    </message>
    <message>
        <source>In a session</source>
        <translation>En session</translation>
    </message>
    <message>
        <source>may not sit for this candidate</source>
        <translation>ne peut siéger pour ce candidat</translation>
    </message>
    <message>
        <source>may sit, does not deliberate on this candidate</source>
        <translation>peut siéger, ne délibère pas sur ce candidat</translation>
    </message>
    <message>
        <source>names alike at {count} %</source>
        <translation>noms semblables à {count}&#xa0;%</translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation>{name}, le {day}</translation>
    </message>
</context>
<context>
    <name>TiesPage</name>
    <message>
        <source>Ties</source>
        <translation>Liens d’intérêt</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Exporter la liste…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
    <message>
        <source>Where should the list go?</source>
        <translation>Où enregistrer la liste&#xa0;?</translation>
    </message>
    <message>
        <source>ties.xlsx</source>
        <translation>liens.xlsx</translation>
    </message>
    <message>
        <source>To the candidates</source>
        <translation>Voir les candidats</translation>
    </message>
    <message>
        <source>To the examiners</source>
        <translation>Voir le vivier</translation>
    </message>
    <message>
        <source>The tie exists</source>
        <translation>Le lien existe</translation>
    </message>
    <message>
        <source>Set it aside…</source>
        <translation>L’écarter…</translation>
    </message>
    <message>
        <source>Leave it to be settled</source>
        <translation>Le laisser à trancher</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the examiner</source>
        <translation>Ouvrir la fiche du juré</translation>
    </message>
    <message>
        <source>Ties: {count}</source>
        <translation>Liens&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} sur {count}</translation>
    </message>
    <message>
        <source>Ties exported: {count}.</source>
        <translation>Liens exportés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Declare a tie…</source>
        <translation>Déclarer un lien…</translation>
    </message>
    <message>
        <source>Look through the files</source>
        <translation>Relire les dossiers</translation>
    </message>
    <message>
        <source>The files suggest no other tie.</source>
        <translation>Les dossiers ne suggèrent aucun autre lien.</translation>
    </message>
</context>
<context>
    <name>TiesSection</name>
    <message>
        <source>To be decided</source>
        <translation>À trancher</translation>
    </message>
    <message>
        <source>They hold</source>
        <translation>Ils existent</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Écartés</translation>
    </message>
    <message>
        <source>No tie is known. Employers, placements, trainers and remarks propose them.</source>
        <translation>Aucun lien connu. Les employeurs, stages, formateurs et remarques en font proposer.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Trancher</translation>
    </message>
    <message>
        <source>Declare a tie…</source>
        <translation>Déclarer un lien…</translation>
    </message>
</context>
<context>
    <name>TimetableBoard</name>
    <message>
        <source>Space picks up a hearing, M its whole jury; arrows move it, Enter lays it down. By mouse: drag the hearing, or the ground beside it for the jury.</source>
        <translation>Espace prend un passage, M tout son jury&#xa0;; les flèches le déplacent, Entrée le pose. À la souris&#xa0;: glissez le passage, ou le fond à côté pour tout le jury.</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>TotalsLine</name>
    <message>
        <source>To be checked</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Dû</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Reste à payer</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Demandé</translation>
    </message>
</context>
<context>
    <name>TravelDialog</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Minutes from door to door, either way. Leave empty what nobody knows.</source>
        <translation>Minutes de porte à porte, dans un sens comme dans l’autre. Laissez vide ce que personne ne sait.</translation>
    </message>
    <message>
        <source>Travel times</source>
        <translation>Durées de trajet</translation>
    </message>
    <message>
        <source>From {one} to {other}, in minutes</source>
        <translation>De {one} à {other}, en minutes</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
</context>
<context>
    <name>UnplacedPanel</name>
    <message>
        <source>Every candidate of this session has an hour.</source>
        <translation>Chaque candidat de cette session a un horaire.</translation>
    </message>
    <message>
        <source>All placed</source>
        <translation>Tous placés</translation>
    </message>
    <message>
        <source>Place…</source>
        <translation>Placer…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Juries of one sex</source>
        <translation>Jurys d’un seul sexe</translation>
    </message>
    <message>
        <source>women and men in each jury</source>
        <translation>des femmes et des hommes dans chaque jury</translation>
    </message>
</context>
<context>
    <name>UnsavedNote</name>
    <message>
        <source>Save what I wrote</source>
        <translation>Garder ma saisie</translation>
    </message>
    <message>
        <source>Take what is stored</source>
        <translation>Reprendre l’enregistré</translation>
    </message>
</context>
<context>
    <name>VaultCard</name>
    <message>
        <source>These are not the same words.</source>
        <translation>Ce ne sont pas les mêmes mots.</translation>
    </message>
    <message>
        <source>{count} characters at least: several words are easier to keep in mind.</source>
        <translation>{count} caractères au moins&#xa0;: plusieurs mots se retiennent mieux.</translation>
    </message>
    <message>
        <source>Passphrase of today</source>
        <translation>Phrase secrète actuelle</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Une seconde fois</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>Choose it</source>
        <translation>Choisir cette phrase</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Verrouiller maintenant</translation>
    </message>
    <message>
        <source>No passphrase yet: numbers cannot be entered. It is written nowhere: whoever loses it has to enter the numbers again.</source>
        <translation>Pas encore de phrase secrète&#xa0;: aucun numéro ne peut être saisi. Elle n’est écrite nulle part&#xa0;: qui la perd doit ressaisir les numéros.</translation>
    </message>
    <message>
        <source>Numbers kept: {count}.</source>
        <translation>Numéros enregistrés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Unlocked until the program is closed.</source>
        <translation>Déverrouillés jusqu’à la fermeture du programme.</translation>
    </message>
    <message>
        <source>Locked: the passphrase is asked for when a number is needed.</source>
        <translation>Verrouillés&#xa0;: la phrase secrète est demandée quand un numéro est nécessaire.</translation>
    </message>
</context>
<context>
    <name>ViewButton</name>
    <message>
        <source>{name}, changed</source>
        <translation>{name}, modifiée</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Saved views: {name}</source>
        <translation>Vues enregistrées&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
</context>
<context>
    <name>ViewDialog</name>
    <message>
        <source>Rename the view</source>
        <translation>Renommer la vue</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Enregistrer cette vue</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Open the list on this view</source>
        <translation>Ouvrir la liste sur cette vue</translation>
    </message>
    <message>
        <source>Search, filters, order and columns come back as they are now.</source>
        <translation>Recherche, filtres, ordre et colonnes reviendront tels qu’ils sont.</translation>
    </message>
    <message>
        <source>The view “{name}” will be replaced; that can be undone.</source>
        <translation>La vue «&#xa0;{name}&#xa0;» sera remplacée&#xa0;; cela s’annule.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Donnez un nom à la vue.</translation>
    </message>
</context>
<context>
    <name>VoiceChoice</name>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Contre</translation>
    </message>
    <message>
        <source>Abstained</source>
        <translation>Abstention</translation>
    </message>
</context>
<context>
    <name>VotePanel</name>
    <message>
        <source>Record a vote</source>
        <translation>Saisir un vote</translation>
    </message>
    <message>
        <source>By member</source>
        <translation>Par membre</translation>
    </message>
    <message>
        <source>In figures</source>
        <translation>En chiffres</translation>
    </message>
    <message>
        <source>Casting vote</source>
        <translation>Voix prépondérante</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Contre</translation>
    </message>
    <message>
        <source>Abstained</source>
        <translation>Abstentions</translation>
    </message>
    <message>
        <source>Equal voices: {name} presides and decides (D6412-6).</source>
        <translation>Partage égal&#xa0;: {name} préside et décide (D6412-6).</translation>
    </message>
    <message>
        <source>Equal voices, and nobody presides: name who does (D6412-6).</source>
        <translation>Partage égal, et personne ne préside&#xa0;: désignez qui le fait (D6412-6).</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing stands in the way: propose the juries again.</source>
        <translation>Rien ne s’y oppose&#xa0;: proposez de nouveau les jurys.</translation>
    </message>
    <message>
        <source>What blocks it</source>
        <translation>Ce qui bloque</translation>
    </message>
    <message>
        <source>What it would change</source>
        <translation>Ce que cela changerait</translation>
    </message>
    <message>
        <source>Nobody else is concerned.</source>
        <translation>Personne d’autre n’est concerné.</translation>
    </message>
    <message>
        <source>No change that an office can make would help.</source>
        <translation>Aucun changement que l’on puisse faire ici n’y suffirait.</translation>
    </message>
    <message>
        <source>What would help, the best first</source>
        <translation>Ce qui permettrait de l’entendre, le plus utile d’abord</translation>
    </message>
    <message>
        <source>Effect not known</source>
        <translation>Effet inconnu</translation>
    </message>
    <message>
        <source>1 more heard</source>
        <translation>1 personne de plus</translation>
    </message>
    <message>
        <source>{count} more heard</source>
        <translation>{count} personnes de plus</translation>
    </message>
    <message>
        <source>This is settled elsewhere: it cannot be made up here.</source>
        <translation>Cela se règle ailleurs&#xa0;: on ne peut pas l’essayer ici.</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Decided elsewhere: make the change there, then propose the juries again.</source>
        <translation>Se décide ailleurs&#xa0;: faites-y le changement, puis proposez de nouveau les jurys.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>There was no time to find out. Ask again.</source>
        <translation>Le temps a manqué pour le savoir. Demandez de nouveau.</translation>
    </message>
    <message>
        <source>Proved: no smaller set of facts would block.</source>
        <translation>Prouvé&#xa0;: aucun ensemble de faits plus petit ne bloquerait.</translation>
    </message>
    <message>
        <source>Proved: each of these facts is needed to block.</source>
        <translation>Prouvé&#xa0;: chacun de ces faits est nécessaire au blocage.</translation>
    </message>
    <message>
        <source>There was no time to make this list shorter.</source>
        <translation>Le temps a manqué pour réduire cette liste.</translation>
    </message>
    <message>
        <source>Looking for what would help…</source>
        <translation>Recherche de ce qui aiderait…</translation>
    </message>
    <message>
        <source>Women and men in each jury</source>
        <translation>Femmes et hommes dans chaque jury</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Garder…</translation>
    </message>
    <message>
        <source>Enter this person…</source>
        <translation>Saisir cette personne…</translation>
    </message>
    <message>
        <source>Enter the person into the pool, then propose the juries again.</source>
        <translation>Saisissez la personne dans le vivier, puis proposez de nouveau les jurys.</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Interdit</translation>
    </message>
    <message>
        <source>Not so in the plan</source>
        <translation>Pas respecté dans le plan</translation>
    </message>
    <message>
        <source>Contradicts another</source>
        <translation>En contredit un autre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Kept or forbidden</source>
        <translation>Gardé ou interdit</translation>
    </message>
</context>
<context>
    <name>WishesView</name>
    <message>
        <source>Name, day, room…</source>
        <translation>Nom, jour, salle…</translation>
    </message>
    <message>
        <source>Forbid…</source>
        <translation>Interdire…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Lever</translation>
    </message>
    <message>
        <source>Forbid something</source>
        <translation>Interdire</translation>
    </message>
    <message>
        <source>Nothing is kept and nothing forbidden</source>
        <translation>Ni épingle ni interdit</translation>
    </message>
    <message>
        <source>Keep a jury, a member or an hour with P. Forbid two people to sit together, somebody on a half-day or before a candidate: every proposal holds to it.</source>
        <translation>Gardez un jury, un membre ou une heure avec P. Interdisez que deux personnes siègent ensemble, qu’une personne siège une demi-journée ou devant un candidat/e&#xa0;: chaque proposition s’y tient.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Interdit</translation>
    </message>
    <message>
        <source>Not so in the plan</source>
        <translation>Pas respecté dans le plan</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminé</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>Juries possible at once:</source>
        <translation>Jurys possibles en même temps&#xa0;:</translation>
    </message>
    <message>
        <source>0: none</source>
        <translation>0&#xa0;: aucun</translation>
    </message>
    <message>
        <source>1: no choice</source>
        <translation>1&#xa0;: sans choix</translation>
    </message>
    <message>
        <source>2 and more</source>
        <translation>2 et plus</translation>
    </message>
    <message>
        <source>no figure: day off</source>
        <translation>sans chiffre&#xa0;: jour non ouvré</translation>
    </message>
    <message>
        <source>bar: a session</source>
        <translation>barre&#xa0;: une session</translation>
    </message>
</context>
<context>
    <name>_SeatLine</name>
    <message>
        <source>Document that proves it</source>
        <translation>Pièce qui le prouve</translation>
    </message>
</context>
</TS>
