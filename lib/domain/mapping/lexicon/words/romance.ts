/** French, Spanish, Italian and Portuguese words by concept, written without accents. */
export const romance = `
cpu: processeur, processeurs, procesador, procesadores, processore, processori, processador, processadores
core: coeur, coeurs, nucleo, nucleos, noyaux
vcpu: processeur virtuel, processeurs virtuels, cpu virtuel, cpu virtuels, cpu virtuales, procesadores virtuales, cpu virtuali
socket: zocalo, zocalos, prises
speed: frequence, frecuencia, frequenza, frequencia, vitesse, velocidad, velocita, velocidade, horloge
memory: memoire, memoire vive, memoria, ram go, memoire ram, memoria ram, memoire centrale
storage: stockage, almacenamiento, archiviazione, armazenamento, espace disque, espace de stockage, espacio en disco, espacio disco, spazio disco, espaco em disco
disk: disque, disques, disque dur, disques durs, disco, discos, dischi, disco duro, disco rigido, discos duros
size: taille, tamano, dimensione, tamanho
capacity: capacite, capacidad, capacita, capacidade
used: utilise, utilisee, usado, utilizado, utilizzato, usato, consomme, occupe, ocupado, utilizada, utilises
util: utilisation, uso, utilizacion, utilizzo, utilizacao, charge, carga, carico
free: libre, disponible, libero, livre, disponibile, disponivel
total: totale, totaux, totales
max: maximale, maximo, massimo, maxima, pic, pico
avg: moyenne, moyen, promedio
number: nombre de, nb, nbre, nb de, numero, numero de, cantidad, cantidad de, quantita, quantidade, num de, quantite, numero di, n de
number cpu: nombre de cpu, nombre de processeurs, nombre de vcpu, nombre processeurs
number core: nombre de coeurs
number disk: nombre de disques
number user: nombre d utilisateurs, nombre utilisateurs, numero de usuarios, cantidad de usuarios, numero utenti, utilisateurs, usuarios, utenti
name: nom, nombre, nome, denominacion, designation, denominazione, libelle, intitule, designacion
server: serveur, serveurs, servidor, servidores
machine: maquina, macchina, equipo, poste
vm: machine virtuelle, maquina virtual, macchina virtuale, machines virtuelles
device: equipement, appareil, dispositivo, aparato, equipamento, apparecchio, materiel
asset: actif, activo, bien, cespite, ativo
system: systeme, sistema
host name: nom d hote, nom hote, nombre de host, nombre del host, nome host, nom de la machine hote, nombre de equipo red
host: hote, anfitrion, anfitriao, ospite
domain: domaine, dominio
address: adresse, direccion, indirizzo, endereco
ip: adresse ip, direccion ip, indirizzo ip, endereco ip
mac: adresse mac, direccion mac, indirizzo mac, endereco mac
network: reseau, red, rete, rede
nic: carte reseau, cartes reseau, tarjeta de red, tarjetas de red, scheda di rete, placa de rede, interface reseau, interfaz de red
serial number: numero de serie, n de serie, no de serie, numero di serie, no serie, n serie, num serie, numero serie, numero seriale, seriale, matricola, number de serie, number serie
inventory number: numero d inventaire, numero inventaire, numero de inventario, numero inventario, numero de inmovilizado, no inventaire, n inventaire, codigo de inventario, codice inventario, number d inventaire
asset tag: etiqueta de activo, etiquette, codigo de activo, etiqueta
manufacturer: fabricant, fabricante, marque, marca, produttore, constructeur, costruttore
model: modele, modelo, modello
os: systeme d exploitation, systeme exploitation, sistema operativo, sistema operacional, so
os version: version du systeme d exploitation, version du systeme, version so, version del sistema operativo, versione sistema operativo, version os, version sistema operativo
version: versione, versao
type: tipo, genre
server type: type de serveur, tipo de servidor, tipo servidor, tipo server
asset type: type d actif, tipo de activo, type d equipement, tipo de equipo, type de materiel, tipo di asset, tipo de ativo
category: categorie, categoria
class: classe, clase
role: fonction, funcion, ruolo, funzione, papel, funcao, rol, proposito
status: statut, etat, estado, stato, situacion, situacao, estatus
power state: etat d alimentation, estado de energia, stato alimentazione, estado de encendido, estado de alimentacion
operational status: etat operationnel, estado operativo, stato operativo, estado operacional
lifecycle: cycle de vie, ciclo de vida, ciclo di vita
environment: environnement, entorno, ambiente, ambito
criticality: criticite, criticidad, criticita, criticidade, importance, importancia, niveau de criticite, nivel de criticidad, prioridad
confidentiality: confidentialite, confidencialidad, riservatezza
data classification: classification des donnees, clasificacion de datos, clasificacion de la informacion, sensibilite des donnees, classificazione dati, classificacao de dados
personal data: donnees personnelles, datos personales, donnees a caractere personnel
company: societe, entite, entreprise, empresa, azienda, societa, compania, entite juridique, filiale, entidad
customer: cliente
business unit: unite d affaires, unidad de negocio, unite metier, direction metier, unidade de negocio
department: departement, departamento, dipartimento, service utilisateur, area responsable, reparto, secteur
cost center: centre de cout, centre de couts, centro de costo, centro de costos, centro de coste, centro de costes, centro di costo, centro de custo, ceco, centro coste
owner: proprietaire, propietario, proprietario, dueno, titular, responsabile applicazione
business owner: proprietaire metier, responsable metier, responsable de negocio, propietario de negocio, propietario del negocio, responsabile business, referent metier, dueno de negocio, responsable funcional, responsable fonctionnel, responsable applicatif, responsable de l application
technical owner: responsable technique, responsable tecnico, referente tecnico, proprietaire technique, propietario tecnico, responsabile tecnico, referent technique, contact technique, contacto tecnico, responsavel tecnico, administrateur, administrador, amministratore, chef de projet technique, administre par, gere par, gestionado por, administrado por, gestito da
responsible: responsable, responsabile, responsavel
contact: contacto, contatto, contato
technical: technique, tecnico, tecnica
support group: groupe de support, equipe de support, grupo de soporte, equipo de soporte, gruppo di supporto, groupe d affectation, grupo de asignacion, equipe support, equipo responsable, grupo de suporte
group: groupe, grupo, gruppo
user: utilisateur, usuario, utente, utilizador
assigned to: affecte a, attribue a, asignado a, assegnato a, atribuido a
application: aplicacion, applicazione, aplicacao, applicatif, logiciel metier, aplicativo
service: servicio, servizio, servico
business service: service metier, servicio de negocio, processus metier, proceso de negocio
cost: cout, couts, costo, coste, costes, costos, custo, costi
annual: annuel, annuelle, anual, annuale, annuo, par an, por ano
monthly: mensuel, mensual, mensile, mensal
region: regione, regiao
location: localisation, emplacement, ubicacion, localizacion, ubicazione, localizacao, lieu, implantation, sede, posizione, localidad, localita
site: sitio, sito
building: batiment, edificio, immeuble
city: ville, ciudad, citta, cidade
country: pays, pais, paese
datacenter: centre de donnees, centro de datos, centro dati, cpd, centre de calcul, salle informatique principale, centro de processamento de dados
room: salle, sala, habitacion
rack: baie, armoire, armario, bastidor, armadio
rack position: position dans la baie, posicion en rack, posizione rack, position u, posicion u, u de rack
time zone: fuseau horaire, zona horaria, fuso orario
architecture: arquitectura, architettura, arquitetura
physical: physique, fisico, fisica
virtual: virtuel, virtuelle, virtuale, virtualisation
physical or virtual: physique virtuel, fisico virtual, fisico o virtual, physique ou virtuel
hypervisor: hyperviseur, hipervisor
esx host: hote physique, hote esx, serveur hote, host fisico, hote de virtualisation, servidor anfitrion, serveur physique
cluster: grappe
folder: dossier, carpeta, cartella, pasta
path: chemin, ruta, percorso, caminho
datastore: banque de donnees esx, almacen de datos
database: base de donnees, base de datos, banco de dados, bdd, bbdd, base dati, sgbd
database engine: moteur de base de donnees, motor de base de datos, moteur bdd, type de base de donnees, tipo de base de datos
instance: instancia, istanza
version: release version
source: origine, origen, fonte, fuente, origem
target: cible, destino, objetivo
destination: destino, destinazione
direction: sens, direccion flujo
connection: connexion, connexions, conexion, conexiones, connessione, connessioni
connected: connecte, conectado, connesso
dependency: dependance, dependencia, dipendenza
migration wave: vague de migration, ola de migracion, vague, ola, ondata, oleada
migration strategy: strategie de migration, estrategia de migracion, strategia di migrazione
purchase date: date d achat, date achat, fecha de compra, data di acquisto, data acquisto, data de compra, fecha compra, date d acquisition, fecha de adquisicion
purchase cost: prix d achat, precio de compra, prezzo di acquisto, cout d achat, coste de adquisicion, prix achat, valeur d achat, costo de compra, preco de compra, valor de compra, costo di acquisto, prix
purchase: achat, compra, acquisto
currency: devise, moneda, valuta, divisa, moeda
order number: numero de commande, bon de commande, numero de pedido, orden de compra, numero ordine, no commande, pedido, n commande, number de commande
invoice number: numero de facture, facture, numero de factura, factura, fattura, numero fattura, n facture, number de facture
supplier: fournisseur, proveedor, fornitore, fornecedor
warranty: garantie, garantia, garanzia
business domain: domaine fonctionnel, domaine metier
vendor: editeur, editore
warranty end: fin de garantie, garantia ate, date fin de garantie, date de fin de garantie, fin de garantia, fecha fin garantia, fecha de fin de garantia, vencimiento de garantia, scadenza garanzia, fine garanzia, fim da garantia, garantia hasta, vencimiento garantia
end: fin, fine, fim, vencimiento, scadenza, echeance
end of life: fin de vie, fin de support, fin de vida, fine vita, fin de soporte, date de fin de vie, date de fin de support, fine supporto, fecha fin de soporte
retirement: decommissionnement, baja, dismissione, desativacao
install date: date d installation, fecha de instalacion, data di installazione, data installazione, date de mise en service, mise en service, fecha de puesta en marcha, mise en production, date de mise en production, data de instalacao, fecha de alta, date installation, fecha instalacion, puesta en produccion
discovery source: source de decouverte, fuente de descubrimiento, source de donnees, fuente de datos
last discovered: derniere decouverte, dernier inventaire, ultimo inventario, ultimo descubrimiento, derniere detection, dernier scan, ultima deteccion, ultima scansione, vu pour la derniere fois, ultimo escaneo
created date: date de creation, fecha de creacion, data di creazione, data creazione, data de criacao, cree le, creado el
created by: cree par, creado por, creato da, criado por
updated date: date de modification, derniere modification, fecha de modificacion, ultima modificacion, data di modifica, ultima modifica, derniere mise a jour, date de mise a jour, ultima actualizacion, fecha de actualizacion, modifie le, ultimo aggiornamento, data de atualizacao, ultima atualizacao, mise a jour
updated by: modifie par, modificado por, modificato da, actualizado por
boot time: dernier demarrage, ultimo arranque, ultimo reinicio, dernier redemarrage, ultimo avvio
backup: sauvegarde, respaldo, copia de seguridad, salvataggio
backup enabled: sauvegarde active, sauvegarde, copia de seguridad activa, con backup
last backup: derniere sauvegarde, ultimo respaldo, ultima copia de seguridad, ultimo backup
high availability: haute disponibilite, alta disponibilidad, alta disponibilita
monitoring: supervision, supervise, monitorizacion, monitoreo, monitoraggio, surveillance, monitorizado, monitoramento
description: descripcion, descrizione, descricao, description courte
notes: commentaire, commentaires, remarque, remarques, comentario, comentarios, observaciones, observation, observations, nota, notas, commento, commenti, observacoes, annotazioni
security zone: zone de securite, zona de seguridad, zone reseau, zona de red, zona di sicurezza
security: securite, seguridad, sicurezza
maintenance window: fenetre de maintenance, plage de maintenance, ventana de mantenimiento, finestra di manutenzione, janela de manutencao
date: fecha, data
last: dernier, derniere, ultimo, ultima
first: premier, premiere, primero, primera, primo, prima
powered on: allume, encendido
public: publique, publico, pubblico, externe, externo
private: prive, privee, privado, privato, interno, interne
vlan: reseau vlan
code: codice, codigo
critical: critique, critico, critica
license: licencia, licenza, licenca
email: courriel, correo, correo electronico
phone: telephone, telefono, telefone
contract: contrat, contrato, contratto
identifier id: identifiant, identificador, identificativo
id: identifiant, identificador, identificativo, identifiant unique
mask: masque, masque de sous reseau, mascara, mascara de red
gateway: passerelle, puerta de enlace
`
