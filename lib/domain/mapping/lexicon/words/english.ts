/**
 * English words and abbreviations of our field, by the concept they stand for. A line is one
 * concept and the forms that mean it; a form may be several words. Concepts that are listed nowhere
 * stand for themselves.
 */
export const english = `
cpu: processor, proc, cpu s, ncpu, centralprocessor
vcpu: v cpu, virtual cpu, virtual processor, vproc, vcore, virtual core
core: cpucore, noofcores, corecount
logical cpu: lcpu, logicalprocessor
memory: mem, ram, memoire, main memory
disk: hdd, hard disk, hard drive, harddisk, harddrive, disc, vdisk, dsk, virtual disk, virtual drive
drive: drv
storage: stor, stg space
space: spc
capacity: cap, capac
used: consumed, occupied, in use, utilized, utilised, committed
util: utilization, utilisation, utilized percent, load, busy
free: available, avail, unused, remaining
total: overall, tot, sum, aggregate, combined
max: maximum, peak, highest
avg: average, mean
min: minimum, lowest
allocated: alloc, assigned capacity
provisioned: prov, provision
number: no, nr, num, nbr, nmbr, count, cnt, qty, quantity, numberof
name: nm, names
vm id: vmid
id: identifier, ident, uid, idnumber
server: srv, svr, srvr, servers, sever
usedfor: used for
vm: virtual machine, virtual server, virtualmachine, virtualserver, guest vm, vmachine
machine: mach
computer: pc, comp
device: dev device, equipment
asset: assets
ci: configuration item, config item, cmdb ci, configurationitem
host: hst
install date: startup date
host name: sysname, hostname, hostnm, node hostname
domain: dom, workgr, domain or workgroup, domain workgroup, dns suffix
fqdn: fully qualified domain name, full qualified domain name, qualified domain name, fqn, dns name, dnsname, dns host name, full domain name, full computer name, fully qualified name, full dns name
dns: domain name system
dns server: name server, nameserver, domain name server
address: addr, adr, addresses
ip: ipaddr, ipadd, ip v, ips, internet protocol
ipv4: ip v 4, ipv 4
ipv6: ip v 6, ipv 6
mac: macaddr, macadd, media access control
uuid: guid, universally unique identifier
bios: smbios, system bios
serial: ser, serialno
serial number: sn, s n, ser no, serialnumber, srno, service tag, servicetag
barcode: bar code
tag: tagging
tags: tags, labels, keywords, user tags, taglist, tag list, cloud tags
inventory: inv
model: mdl, modl
manufacturer: mfr, mfg, mfgr, manuf, manufact, make, maker, brand, oem, manufactured by
part: prt
version control: vcs, version control system
version: ver, vers, release, rev, revision
os: o s, op system, operating system, operatingsystem, opsys, op sys, opersys, operating sys
family: fam
type: typ, kind, types
category: cat, categ
sub category: subcategory, subcat, sub cat
class: cls
role: func, purpose
function: functions
status: stat, sts
state: condition
power: pwr
powered on: power on, poweron, poweredon, turned on
lifecycle: life cycle, life cyc
operational: oper, operating status
environment: env, envt, environ, envmt, environnement
criticality: crit, critical level, importance
business: bus, biz, bus
classification: classif
confidentiality: confid
compliance: compl, compliant, regulatory, regulation
company: comp name, corporate entity, firm, corporation
customer: cust, client company
organization: org, organisation, orga
unit: units
department: dept, dep, dpt, departement, deptmt
cost center: cost centre, costcenter, costcentre, cc, cctr, cost ctr, charge code, chargeback code
owner: own, ownr, owned by, owners, proprietor
technical: tech
responsible: resp, accountable, in charge
manager: mgr, mngr, mgnr
managed by: maintained by, administered by, supported by, operated by, looked after by
admin: administrator, administration, sysadmin, system administrator, admins
contact: poc, point of contact
group: grp
team: squad
support: supp, sup
assignment: assign
user: usr, username, user id, userid, login user, logon user
assigned to: assignee, allocated to, issued to, handed to
application: app, appl, apps, applications, appln, software application
service: svc, srvc, services
capability: capabilities
cost: costs, expense, spend, expenditure
annual: yearly, per year, per annum, p a, pa, year
hourly: per hour, an hour
monthly: per month
budget: budgets
region: reg, geo region
location: loc, locn, locations
site: sites, ad site
building: bldg, bld
city: town
country: ctry
datacenter: data center, datacentre, data centre, dc, dtc
room: rm
rack: cabinet, rck
position: pos
time zone: timezone, tz, tzone
model number: modelno
architecture: arch, archit
bit: bits, bitness
firmware: fw, frmw
hypervisor: hyperv, virtualizer, vmm, virtualization platform, virtualization software
virtual: virtualized, virtualised, virt, virtualization, virtualisation
physical: phys, physic, bare metal, baremetal
esx host: esxi host, esx server, esxi server, esxhost, esxi name, vmhost, vm host, hypervisor host, host server, hypervisor server, hypervisor node
esx: esxi
cluster: clstr, clust
folder: fldr
hardware: hw, hwr
software: sw, swr
datastore: data store, ds, datastores
speed: freq, frequency, clock, clock speed, clock rate
network: net, netw, ntwk, netwrk
nic: network card, network adapter, network interface, network interface card, vnic, ethernet adapter, ethernet card, network adaptor, nics, net adapter
adapter: adaptor
port group: portgroup
switch: sw switch
vswitch: virtual switch, dvswitch, dvs, vds, distributed switch
vlan: virtual lan
zone: zon
received: receive, rx, inbound, incoming, ingress, download, recv
sent: send, tx, transmit, transmitted, outbound, outgoing, egress, upload
read: reads, rd
write: writes, wr, written
throughput: bandwidth rate, transfer rate, data rate
iops: ops, io ops, i o ops, operation per second, operations per second, ops per second, ops per sec, operation per sec, ops
management: mgmt, mgt, mgmnt, mngt
oob: out of band, ilo, idrac, drac, ipmi, bmc, imm, cimc, ilom, rsa card, irmc, lights out, remote management, remote console
public: external, internet facing, floating, elastic
private: internal
primary: prim, main, default
database: db, dbs, dbms, rdbms, databases
engine: eng
instance: inst
connection: conn, connections, session, sessions
latency: response time
dependency: dependencies, depend
source: src, origin, originating
destination: dest, dst, destn
target: tgt, trg, to be, tobe, future, recommended, rightsized, right sized, proposed
port: prt port
cloud: csp
account: acct, acc
subscription: sub id, subs
project: proj
image: img, ami
template: tmpl, tmplt, templ
migration: migr, mig
strategy: strat, disposition, approach, treatment
wave: waves
purchase: purch, procurement, acquisition, bought, buy, acquired, purchased
price: amount paid
order: ord
order number: po, po number, purchase order, purchase order number, p o number, po no, purchase order no
invoice: inv no, bill
supplier: reseller, seller, dealer, distributor, purchased from
vendor: vend, vndr, publisher
warranty: warr, wrty, guarantee, wty
end: expiry, expiration, exp, expires, expire, until, expired, ends, valid until, valid to
end of life: eol, end life, eos, eosl, eoss, end of support, end support, end of service, end of service life, eosup
retirement: retire, retired, decommission, decommissioned, decom, decomm, sunset, disposal, phase out
install: installation, installed, inst date, deployment, deployed, commission, commissioned, commissioning
go live: golive, live, in production since, in service, production start
discovery: disco, discovered, detected, detection, scanned, scan, seen, polled
first: initial, 1st, earliest
last: latest, most recent, lst, recent
created: create, creation, added, opened
updated: update, modified, modification, changed, change, mod, edited
uptime: up time
boot: reboot, restart, startup, start up, booted, rebooted, restarted
date: dt, at, on date
time: tm
timestamp: time stamp, datetime, date time
backup: bkp, bkup, bck, back up, backed up, bup
enabled: enable, active flag, activated
high availability: ha, highly available
fault tolerance: ft
monitoring: monitored, mon, monitor
description: desc, descr, descript, dscr, annotation, descrip
notes: note, comment, comments, remark, remarks, rmk, observation, memo, cmt, cmnt, additional info, additional information
security: sec, secur
domain controller: ad controller
number user: user base
maintenance: maint, mtce, patch, patching, service window
window: wndw
schedule: sched
url: uri, link, hyperlink
repository: repo, git repo, code repository, source control, source repository
artifact: artefact
fit: fitness, suitability, adequacy
score: rating, grade
label: lbl, caption
display: friendly
custom: user defined, user provided, customised, customized, customer specific
mode: mod mode
vcenter: v center, virtual center, virtualcenter, vc server, vcsa
moref: managed object reference, mo ref, moid, mo id, managed object id
tools: tool
vm tools: vmtools, vmware tools, guest tools, guest additions, integration services, integration components, guest agent, qemu agent, open vm tools
resource: res, rsrc
system: sys, syst
value: val
attribute: attr
parent: prnt
email: e mail, mail, email address, mail address
phone: telephone, tel, phone number, mobile number
license: licence, lic, licensing
certificate: cert
gateway: gw, default gw
mask: netmask, subnet mask, network mask
`
