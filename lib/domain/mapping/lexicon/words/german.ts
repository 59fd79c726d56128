/** German words by concept, written without umlauts and in their spellings with ae, oe and ue. */
export const german = `
cpu: prozessor, prozessoren, hauptprozessor, rechenkern
vcpu: virtuelle cpu, virtueller prozessor, virtuelle prozessoren, virtuelle cpus
core: kern, kerne, prozessorkerne, prozessorkern, rechenkerne, cpu kerne
socket: sockel, steckplatz
speed: taktfrequenz, takt, prozessortakt, taktung, geschwindigkeit, takrate, taktrate
memory: arbeitsspeicher, hauptspeicher, arbeitsspeichergrosse, ramgrosse
storage: speicherplatz, plattenspeicher, massenspeicher, speicherkapazitat, festplattenspeicher, speicher
disk: festplatte, festplatten, platte, platten, plattenplatz, festplattenplatz, festplattenkapazitat, festplattengrosse, datentrager
drive: laufwerk, laufwerke
drive letter: laufwerksbuchstabe
size: grosse, groesse
capacity: kapazitat, kapazitaet
used: belegt, benutzt, genutzt, verwendet, verbraucht, belegter, genutzter
util: auslastung, last, nutzungsgrad
free: frei, freier, verfugbar, verfuegbar, freie
total: gesamt, gesamte, summe, insgesamt, gesamter, gesamtgrosse
max: maximal, maximale, spitze, spitzenwert, hochstwert
avg: durchschnitt, durchschnittlich, durchschnittliche, mittel, mittelwert
number: anzahl, nummer, anz, zahl, menge, stuck, stk
name: namen, bezeichnung, benennung, bez
server: servers
machine: maschine, rechner
computer: computername pc
computer name: rechnername, computername, maschinenname, geratename, geraetename
server name: servername, servernamen, serverbezeichnung
device: gerat, geraet, gerate, geraete, komponente
system: systeme, systems
asset: anlage, inventarobjekt, objekt, anlagegut
vm: virtuelle maschine, virtueller server, virtuelle maschinen
host name: hostname, netzwerkname
domain: domane, domaene, arbeitsgruppe, windows domane, ad domane
address: adresse, adressen, anschrift
network: netz, netzwerk
network name: netzwerkname netz, netzname
nic: netzwerkkarte, netzwerkkarten, netzwerkadapter, netzwerkschnittstelle
serial number: seriennummer, seriennr, serien nummer, serien nr, serialnummer, ser nr, fabriknummer, geratenummer
inventory number: inventarnummer, inventarnr, inventar nr, anlagennummer, anlagen nr, anlagennr, inv nr
inventory: inventar
model: modell, geratetyp, modellbezeichnung, typenbezeichnung, typbezeichnung, geratemodell
manufacturer: hersteller, herst, fabrikat, produzent
os: betriebssystem, betriebssysteme, bs
os version: betriebssystemversion, bs version, os stand, betriebssystem version
version: versionsstand, stand version
type: typ, art
asset type: objekttyp, ci typ, geratetyp ci, anlagentyp, assettyp
server type: servertyp, serverart
category: kategorie, warengruppe
class: klasse
role: rolle, serverrolle, verwendungszweck, zweck, einsatzzweck, aufgabe, verwendung
function: funktion
status: zustand
operational status: betriebsstatus, betriebszustand
lifecycle: lebenszyklus, lebenszyklusstatus
environment: umgebung, systemumgebung, stufe, systemlandschaft, landschaft, staging stufe
criticality: kritikalitat, kritikalitaet, wichtigkeit, geschaftskritikalitat, kritisch
availability class: verfugbarkeitsklasse
confidentiality: vertraulichkeit
data classification: schutzbedarf, datenklassifizierung, datenklasse, vertraulichkeitsstufe, schutzklasse, schutzbedarfsklasse, datenschutzklasse
personal data: personenbezogene daten
company: firma, gesellschaft, mandant, unternehmen, buchungskreis, konzerngesellschaft
customer: kunde, auftraggeber
business unit: geschaftsbereich, geschaeftsbereich, geschaftseinheit, bereich, unternehmensbereich
department: abteilung, abt, fachabteilung, fachbereich, referat, dienststelle, organisationseinheit
cost center: kostenstelle, kst, kostenstellen, kostentrager
owner: eigentumer, eigentuemer, besitzer, inhaber, eigner
business owner: fachverantwortlicher, fachlich verantwortlich, fachlich verantwortlicher, fachlicher ansprechpartner, anwendungsverantwortlicher, applikationsverantwortlicher, systemeigner, fachliche verantwortung, anwendungseigner, fachlicher verantwortlicher, geschaftsverantwortlicher, prozessverantwortlicher, systemverantwortlicher
technical owner: technisch verantwortlich, technisch verantwortlicher, technischer ansprechpartner, technischer verantwortlicher, betriebsverantwortlicher, systembetreuer, betreuer, serververantwortlicher, technische verantwortung, it verantwortlicher, zustandiger administrator, techn ansprechpartner
responsible: verantwortlich, verantwortlicher, zustandig, zustandiger, zustandigkeit
contact: ansprechpartner, kontakt, kontaktperson
technical: technisch, technischer, technische, techn
support group: supportgruppe, betreuungsgruppe, zustandige gruppe, betriebsteam, supportteam, betreuende gruppe, support gruppe, bearbeitergruppe
group: gruppe
user: benutzer, nutzer, anwender, hauptnutzer, mitarbeiter, benutzername
assigned to: zugewiesen an, zugeordnet, zugewiesen
user count: anzahl benutzer, benutzeranzahl, anzahl anwender, nutzerzahl, anwenderzahl, anzahl nutzer
application: anwendung, applikation, fachanwendung, fachverfahren, verfahren, programm, anwendungen
service: dienst, dienste, it service
business service: geschaftsservice, geschaftsprozess, geschaeftsprozess, business prozess
cost: kosten
annual cost: jahrliche kosten, jahreskosten, kosten pro jahr, jaehrliche kosten, betriebskosten, betriebskosten pro jahr
annual: jahrlich, jahrliche, jaehrlich, jaehrliche, pro jahr
monthly: monatlich, monatliche, pro monat
region: landesteil
location: standort, ort, lokation, standorte, aufstellort, aufstellungsort, niederlassung
building: gebaude, gebaeude, haus
city: stadt
country: land
datacenter: rechenzentrum, rz, rechenzentren
room: raum, serverraum, etage, stockwerk, raumnummer
rack: schrank, serverschrank, racknummer
rack position: hoheneinheit, hoeheneinheit, he, einbauposition, rackposition, hohenposition
time zone: zeitzone
architecture: architektur
physical: physisch, physikalisch
virtual: virtuell, virtualisiert, virtualisierung
esx host: virtualisierungshost, wirt, wirtssystem, vm host, hostsystem
hypervisor: virtualisierungsplattform, virtualisierungslosung
folder: ordner, verzeichnis
path: pfad
datastore: datenspeicher
database: datenbank, datenbanken
database engine: datenbanktyp, datenbanksystem, dbms typ, datenbankprodukt
instance: instanz
source: quelle, quell, ausgangs
source system: quellsystem
source server: quellserver
target: ziel
target server: zielserver
destination: ziel
source application: quellanwendung
target application: zielanwendung
target system: zielsystem
direction: richtung
connection: verbindung, verbindungen
connected: verbunden
dependency: abhangigkeit, abhaengigkeit
migration wave: migrationswelle, welle
migration strategy: migrationsstrategie, migrationsansatz, migrationsart
wave: wellen
purchase date: kaufdatum, anschaffungsdatum, beschaffungsdatum, bestelldatum, erwerbsdatum, einkaufsdatum
purchase cost: kaufpreis, nettopreis, bruttopreis, kosten netto, anschaffungskosten, anschaffungswert, anschaffungspreis, einkaufspreis, preis, beschaffungskosten
purchase: kauf, anschaffung, beschaffung, einkauf
currency: wahrung, waehrung
order number: bestellnummer, bestellnr, bestell nr, auftragsnummer
invoice number: rechnungsnummer, rechnungsnr, rechnung, rechnungs nr
supplier: lieferant, lieferanten, handler, haendler
warranty: garantie, gewahrleistung, gewaehrleistung
warranty end: garantieende, garantie bis, garantieablauf, gewahrleistungsende, garantiedatum, garantie ende, ende garantie, wartungsende
end: ende, ablauf, bis, ablaufdatum
end of life: supportende, wartungsende, ende des supports, lebensende, support ende, end of life datum
retirement: ausserbetriebnahme, stilllegung, ablosung, abschaltung, aussonderung
install date: inbetriebnahme, installationsdatum, inbetriebnahmedatum, installiert am, in betrieb seit, einbaudatum, aufstelldatum, produktivsetzung, produktiv seit
discovery source: datenquelle, erfassungsquelle, quelle der daten
last discovered: letzter scan, zuletzt gesehen, zuletzt gefunden, letzte inventur, zuletzt inventarisiert, letzte erkennung, letzter kontakt, letzte inventarisierung
first discovered: erstmals gesehen, erstmals erfasst, ersterkennung
created: erstellt, angelegt, erfasst
created date: erstellt am, angelegt am, erstellungsdatum, erstelldatum, anlagedatum, erfassungsdatum, erfasst am, erzeugt am
created by: erstellt von, angelegt von, ersteller, erfasst von
updated: geandert, geaendert, aktualisiert, anderung
updated date: geandert am, geaendert am, anderungsdatum, aenderungsdatum, letzte anderung, letzte aenderung, zuletzt geandert, zuletzt geaendert, aktualisiert am, letzte aktualisierung, stand
updated by: geandert von, geaendert von, zuletzt geandert von, bearbeiter, aktualisiert von
boot time: letzter start, letzter neustart, startzeit, bootzeit, letzter boot, systemstart
backup: sicherung, datensicherung
backup enabled: sicherung aktiv, backup aktiv, gesichert, wird gesichert
last backup: letztes backup, letzte sicherung, letzte datensicherung
backup solution: backupsystem, sicherungssoftware, datensicherungssystem, sicherungsserver
high availability: hochverfugbarkeit, hochverfuegbarkeit, hochverfugbar, redundanz, ausfallsicherheit
monitoring: uberwachung, ueberwachung, uberwacht
description: beschreibung, kurzbeschreibung, kurztext, langtext, erlauterung
notes: bemerkung, bemerkungen, kommentar, kommentare, anmerkung, anmerkungen, notiz, notizen, hinweis, hinweise, freitext
security zone: sicherheitszone, netzwerkzone, netzzone, netzsegment
security: sicherheit
maintenance window: wartungsfenster, servicefenster, wartungszeit, wartungszeitfenster, patchfenster
business hours: betriebszeit, betriebszeiten, servicezeit, servicezeiten
date: datum
time: zeit, uhrzeit
last: letzte, letzter, letztes, zuletzt
first: erste, erster, erstmals
powered on: eingeschaltet
power state: betriebszustand vm, stromstatus
template: vorlage, vm vorlage
cluster: verbund
port: anschluss
ip: ip adr
public: offentlich, offentliche, oeffentliche, externe, extern
private: intern, interne
management: verwaltung
software: softwareprodukt
license: lizenz, lizenzen
contract: vertrag, vertragsnummer
phone: telefon, telefonnummer, durchwahl
email: e mail adresse, mailadresse
row number: lfd nr, laufende nummer, lfdnr, lfd nummer, zeilennummer
mask: netzmaske, subnetzmaske
gateway: standardgateway
depreciation: abschreibung, afa
`
