import { foldValue } from './fold'

/**
 * How sources write the values of our enumerations, in several languages. One line is one canonical
 * value; folded forms after the colon, parted by commas.
 */
const VOCABULARIES: Readonly<Record<string, string>> = {
  power_state: `
on: on, powered on, poweredon, power on, running, started, up, active, powerstate/running, vm running, eingeschaltet, an, ein, gestartet, lauft, laufend, allume, en marche, demarre, encendido, en ejecucion, iniciado, acceso, in esecuzione, ligado, em execucao, aan, actief, wlaczony, 開機, 运行中, 起動中, 実行中
off: off, powered off, poweredoff, power off, stopped, shut off, shutoff, shutdown, shut down, down, deallocated, terminated, stopped deallocated, vm deallocated, vm stopped, powerstate/deallocated, powerstate/stopped, halted, ausgeschaltet, aus, gestoppt, angehalten, eteint, arrete, apagado, detenido, spento, arrestato, desligado, parado, uit, gestopt, 已停止, 停止, 停止中
suspended: suspended, suspend, paused, saved, standby, hibernated, hibernating, angehalten suspend, pausiert, suspendu, en pause, suspendido, sospeso, suspenso
unknown: unknown, unbekannt, inconnu, desconocido, sconosciuto, desconhecido, onbekend`,
  operational_status: `
operational: operational, live, up, online, ok, green, active, in betrieb, betriebsbereit, produktiv, aktiv, operationnel, en service, operativo, en operacion, 1
non_operational: non operational, nonoperational, down, offline, out of service, ausser betrieb, ausgefallen, hors service, fuera de servicio, non operativo, inactive, inaktiv, 2
maintenance: maintenance, in maintenance, maintenance mode, wartung, in wartung, wartungsmodus, en maintenance, en mantenimiento, in manutenzione, dr standby
degraded: degraded, repair in progress, warning, yellow, eingeschrankt, degrade, degradado
unknown: unknown, unbekannt, inconnu, desconocido`,
  lifecycle_status: `
planned: planned, planung, geplant, in planung, on order, ordered, bestellt, pending install, pending, build, building, in build, staged, requested, proposed, prevu, planifie, en commande, planificado, previsto, pianificato
in_stock: in stock, stock, spare, storage, inventory, auf lager, lager, im lager, en stock, en almacen, in magazzino, available, ready to deploy, deployable, reserve
in_use: in use, installed, deployed, active, production, live, in service, in betrieb, aktiv, produktiv, in produktion, in benutzung, eingesetzt, installiert, succeeded, en service, en production, installe, actif, en uso, activo, en produccion, instalado, in uso, attivo, em uso, ativo, in gebruik, in productie, operational, connected, 1
under_repair: under repair, in repair, in maintenance, repair, defekt, in reparatur, broken, faulty, failed, en reparation, en panne, en reparacion, in riparazione, out for repair
phase_out: phase out, phasing out, to be retired, retiring, decommissioning, sunset, end of life, eol, tolerate, auslaufend, wird abgelost, abzulosen, abkundigt, pending disposal, pending retirement, to be decommissioned, en fin de vie, a decommissionner, obsoleto, retirement planned
retired: retired, decommissioned, decomissioned, decom, inactive, archived, stillgelegt, ausser betrieb, abgeschaltet, inaktiv, ausgemustert, hors service, decommissionne, retire, archive, retirado, inactivo, dado de baja, dismesso, desativado, uit dienst, offline, deactivated, 7
disposed: disposed, disposed of, scrapped, sold, lost, stolen, missing, absent, entsorgt, verschrottet, verkauft, mis au rebut, vendido, smaltito
unknown: unknown, unbekannt, inconnu, desconocido, tbd`,
  environment: `
production: production, prod, prd, prod., live, p, produktion, produktiv, produktivsystem, produktivumgebung, produccion, produccio, produzione, producao, productie, produkcja, pr, ga, 生产, 本番
staging: staging, stage, stg, pre production, preproduction, preprod, pre prod, pre prd, vorproduktion, preproduccion, pre produccion, preproduzione, homologacao, homolog, integration, int, integrationsumgebung, ppd, release
uat: uat, acceptance, user acceptance, user acceptance test, abnahme, acc, qa acceptance, recette, acceptatie, akzeptanz, konsolidierung, k
test: test, tst, testing, qa, quality, quality assurance, qas, qualitatssicherung, testumgebung, testsystem, sit, system test, prueba, pruebas, essai, collaudo, teste, t, q, lab, labor, demonstration, demo, 测试, 検証
development: development, dev, develop, d, entwicklung, entwicklungsumgebung, entw, desarrollo, des, developpement, sviluppo, desenvolvimento, ontwikkeling, e, 开发, 開発
dr: dr, disaster recovery, disaster, drp, recovery, standby, failover, k fall, katastrophenfall, secours, pra, contingencia, notfall
sandbox: sandbox, sbx, sand box, playground, poc, training, schulung, trn, formation, bac a sable, spielwiese
unknown: unknown, unbekannt, other`,
  criticality: `
mission_critical: mission critical, missioncritical, critical, most critical, business critical, 1 most critical, 1, 1 critical, 1 mission critical, tier 0, tier 1, tier1, platinum, very high, sehr hoch, kritisch, geschaftskritisch, unternehmenskritisch, critique, tres haute, critico, critica, muy alta, vital, essential, p1, missiecritisch, extreme, a
high: high, somewhat critical, important, 2, 2 high, 2 somewhat critical, tier 2, gold, hoch, wichtig, haute, elevee, forte, eleve, alta, alto, hoog, p2, b, h
medium: medium, moderate, normal, 3, 3 medium, 3 less critical, less critical, tier 3, silver, mittel, moyenne, moyen, media, medio, gemiddeld, standard, p3, c, m, business operational
low: low, minor, not critical, 4, 4 low, 4 not critical, tier 4, bronze, niedrig, gering, unkritisch, faible, basse, baja, bajo, bassa, basso, baixa, laag, p4, none, d, l, administrative
unknown: unknown, unbekannt, n/a`,
  architecture: `
x86_64: x86 64, x64, amd64, x86_64, 64 bit, 64bit, 64, x64 based pc, em64t, intel64, 64 bits, x86 64bit
x86: x86, i386, i686, 32 bit, 32bit, 32, x86 based pc, ia32, i586, 32 bits
arm64: arm64, aarch64, armv8, arm, arm64 based pc
ppc64: ppc64, ppc64le, power, powerpc, power8, power9, power10, powerpc power8, powerpc power9, ppc
sparc: sparc, sparcv9, sparc64, sun4v, sun4u
other: other, ia64, s390x, riscv64, mips`,
  firmware_type: `
bios: bios, legacy, legacy bios, gen1, generation 1, pcat
uefi: uefi, efi, uefi 2.x, gen2, generation 2, uefi secure boot, uefi preferred`,
  server_type: `
physical: physical, physisch, hardware, bare metal, baremetal, metal, phys, p, false, no, nein, 0, physique, fisico, blade, rack server, tower, fysiek, physical server, physischer server, non virtual
virtual: virtual, virtuell, vm, v, virtual machine, virtual server, virtuelle maschine, virtueller server, true, yes, ja, 1, virtuel, virtuelle, machine virtuelle, virtuale, virtueel, vmware, hyper v, guest, cloud, instance`,
  dep_direction: `
outbound: outbound, out, egress, southbound, ausgehend, sortant, saliente, client, to
inbound: inbound, in, ingress, northbound, eingehend, entrant, entrante, server, from`,
  cloud_provider: `
aws: aws, amazon, amazon web services, ec2, amazon ec2
azure: azure, microsoft azure, ms azure, microsoft
gcp: gcp, google, google cloud, google cloud platform, gce
oci: oci, oracle, oracle cloud, oracle cloud infrastructure
other: other, alibaba, alibaba cloud, ibm, ibm cloud, openstack, ovh, hetzner, digitalocean, on prem, on premises, on premise`,
  migration_strategy: `
rehost: rehost, lift and shift, lift & shift, lift+shift, re host
replatform: replatform, re platform, lift and reshape, lift & optimize, lift tinker and shift
refactor: refactor, re factor, modernize, modernise
rearchitect: rearchitect, re architect, rebuild, rewrite
repurchase: repurchase, re purchase, replace, drop and shop, saas, buy
retire: retire, decommission, decom, stilllegen, abschalten, sunset
retain: retain, revisit, keep, stay, do nothing, remain, behalten, verbleibt, tolerate
relocate: relocate, vmware cloud, hypervisor level lift and shift
tbd: tbd, to be determined, unknown, undecided, offen, pending, n/a`,
  asset_type: `
server: server, servers, physical server, cmdb ci server, cmdb ci win server, cmdb ci linux server, cmdb ci unix server, cmdb ci aix server, cmdb ci solaris server, cmdb ci hpux server, windows server, linux server, unix server, aix server, host, serveur, servidor, rack server, blade, blade server, bare metal, computer, mainframe
virtual_machine: virtual machine, vm, virtual, cmdb ci vm instance, cmdb ci vmware instance, cmdb ci vm, vmware virtual machine instance, virtual server, virtual machine instance, virtuelle maschine, virtueller server, machine virtuelle, maquina virtual, macchina virtuale, instance, ec2, compute instance, microsoft.compute/virtualmachines, guest
hypervisor_host: hypervisor host, hypervisor, cmdb ci esx server, cmdb ci hyper v server, esx server, esxi host, esx host, esxi, vmware esx server, hyper v host, virtualization host, virtualisierungshost, vm host
container: container, cmdb ci docker container, docker container, pod, kubernetes pod
application: application, app, apps, cmdb ci appl, cmdb ci business app, business application, anwendung, fachanwendung, applikation, aplicacion, applicazione, aplicacao, logiciel metier, applicatie, web application, webapp, system
database: database, db, dbms, cmdb ci database, cmdb ci db instance, cmdb ci db mssql instance, cmdb ci db ora instance, cmdb ci db mysql instance, mssql database, oracle database, database instance, database server, datenbank, base de donnees, base de datos, banco de dados, rds, sql database
network_device: network device, network gear, network, networking, switch, router, firewall, load balancer, access point, wireless access point, wlan controller, cmdb ci netgear, cmdb ci ip switch, cmdb ci ip router, cmdb ci ip firewall, cmdb ci lb, netzwerk, netzwerkgerat, netzwerkkomponente, ip switch, ip router, commutateur, routeur, pare feu, conmutador, enrutador, cortafuegos, l2 switch, l3 switch, core switch
storage: storage, storage device, storage array, san, nas, filer, cmdb ci storage device, cmdb ci storage server, cmdb ci mass storage device, cmdb ci san, speicher, speichersystem, stockage, almacenamiento, disk array, tape library
cluster: cluster, cmdb ci cluster, cmdb ci vcenter cluster, cmdb ci win cluster, cluster node, failover cluster
workstation: workstation, pc, desktop, laptop, notebook, client, cmdb ci pc hardware, thin client, arbeitsplatz, arbeitsplatzrechner, ordinateur, ordinateur portable, portable, portatil, ordenador, computer workstation, macbook, imac, mac, all in one
mobile: mobile, mobile device, phone, smartphone, tablet, cell phone, handy, mobiltelefon, telefono movil, telephone mobile, ipad, iphone, android
printer: printer, multifunction printer, mfp, cmdb ci printer, drucker, imprimante, impresora, stampante, plotter
appliance: appliance, virtual appliance, ups, pdu, usv, kvm, camera, ip phone, monitor, display, peripheral
service: service, business service, technical service, cmdb ci service, cmdb ci service auto, dienst, service metier, servicio
facility: facility, datacenter, data center, room, rack, rechenzentrum, cmdb ci datacenter, cmdb ci rack
software: software, software license, license, lizenz, cmdb ci spkg, package, middleware, operating system
other: other, andere, sonstige, sonstiges, autre, otro, misc, unknown`,
}

function parse(text: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const line of text.trim().split('\n')) {
    const colon = line.indexOf(':')
    const canonical = line.slice(0, colon)
    for (const form of [canonical, ...line.slice(colon + 1).split(',')]) {
      const folded = foldValue(form)
      if (!forms.has(folded)) forms.set(folded, canonical)
    }
  }
  return forms
}

const vocabularies = new Map(
  Object.entries(VOCABULARIES).map(([attribute, text]) => [attribute, parse(text)]),
)

/** Folded form → canonical value of an enumeration; undefined when it has no vocabulary. */
export function vocabularyOf(attribute: string): ReadonlyMap<string, string> | undefined {
  return vocabularies.get(attribute)
}
