/** What columns of record keeping and resilience are called; see `phrases.ts` for the notation. */
export const metadataAndResilience = {
  discovery_source:
    'discovery source | source~0.6 | data source | discovery by | discovery tool | source system~0.75 | discovery method | scanner | source tool | import source | record source | discovery type~0.8 | inventory source | collected by~0.7 | source of data | data origin | discovery agent~0.6 | source name~0.5 | collector~0.6 | reported by~0.5 | ci source | source of record | import set~0.4 | discovery job~0.5 | feed~0.4 | collection method | data provider~0.5',
  first_discovered:
    'first discovery | first seen | first scan | first detected | discovery date~0.75 | discovery~0.5 | first reported | date discovered | first discovery date | first inventory~0.7 | first seen date | first found | first discovered on | discovery on~0.6 | first contact~0.6',
  last_discovered:
    'last discovery | last seen | last scan | last inventory | last contact | last reported | last check in | last online~0.85 | timestamp~0.6 | last successful scan | last sync~0.75 | last communication | last report time | last active~0.65 | last heartbeat~0.7 | last inventory scan | collected at~0.65 | collection date~0.65 | scan date~0.7 | last hardware scan | last detected | date~0.3 | report date~0.65 | last refresh~0.65 | data collection time | last connection~0.7 | last poll | last agent contact | last discovered date | last ping~0.7 | last scan time | last inventoried | last checkin | last seen date | last collection | last query~0.5 | inventory date~0.6 | last hardware inventory | last activity~0.6 | last observed | last response~0.6 | last tried~0.5 | time slot~0.5 | last found | sample time~0.5 | last policy request~0.4 | last dd~0.3 | last import~0.6 | last logon timestamp~0.4 | export date~0.35',
  created_at:
    'created | created date | date created | created time | record created | created on | system created on | system created date | launch time~0.75 | registered date~0.7 | registration date~0.7 | entry date~0.65 | launched at | date added | launch date~0.75 | record created date | date registered~0.7 | vm created date | creation timestamp | created timestamp | object created | record creation date | instance launch time~0.75 | entered date~0.7 | when created',
  created_by:
    'created by | creator | author~0.6 | system created by | entered by | record created by | added by | registered by | created by user | created user | imported by~0.6 | record creator',
  updated_at:
    'updated | updated date | last updated | updated on | last updated date | date updated | updated time | system updated on | record updated | updated timestamp | last updated time | last edited | last saved~0.6 | record updated date | system mod time | when changed | last mod date | record last updated | last ci update | update time stamp | version date~0.3',
  updated_by:
    'updated by | last updated by | system updated by | updated user | edited by | last editor | record updated by | updated by user | last saved by',
  boot_time:
    'boot time | last boot | last boot time | boot date | last started | started at~0.75 | powered on time~0.85 | powered on~0.5 | last powered on | launch time~0.5 | start time~0.55 | last boot date | boot timestamp | up since | uptime since | last boot up time | powered on date~0.75 | last start~0.75 | system boot time | online since~0.6 | last power on time | last os boot | last server boot | last shutdown~0.3 | running since',
  backup_enabled:
    'backup enabled | backup~0.6 | is backup | backup required~0.85 | backup active | in backup | backup configured | backup protected | has backup | backup flag | backup yes no | backup included | backup needed~0.75 | is backed up | protected by backup | vm backup~0.6 | backup indicator | backup in place | backup service enabled',
  backup_solution:
    'backup solution | backup tool | backup product | backup software | backup server | backup system | backup policy~0.65 | backup type~0.55 | backup method | backup job~0.5 | backup agent~0.7 | backup technology | backup platform | backup client~0.65 | dr backup~0.65 | backup plan~0.65 | backup by~0.6 | backup provider | backup schedule~0.5 | backup vault~0.6 | backup name~0.5 | backup service~0.6 | backup application | backup infrastructure | backup group~0.5 | backup policy name~0.6',
  backup_status:
    'backup status | backup state | last backup status | backup result | backup health | last backup result | last backup state | backup job status | backup success~0.7 | backup outcome | backup compliance~0.5',
  last_backup:
    'last backup | last backup date | last backup time | backup date | last successful backup | backup time~0.65 | last full backup | last backup timestamp | last good backup | latest recovery point~0.7 | date of last backup | last image backup | last snapshot backup~0.6',
  high_availability:
    'high availability | ha status | ha~0.9 | fault tolerance | fault tolerance state | high availability enabled | clustered~0.75 | ha protected | ha state | redundancy~0.75 | redundant~0.7 | das protection~0.8 | failover~0.5 | resilience~0.6 | high availability mode | ha configuration | ha role~0.7 | is clustered~0.75 | ha type | high availability solution | multi az~0.75 | availability set~0.5 | vsphere ha | ha dr~0.6 | load balanced~0.4 | cluster type~0.4 | high availability required | zone redundancy~0.5 | replicated~0.4',
  monitoring_status:
    'monitoring status | monitoring | monitoring group | monitoring enabled | monitoring tool~0.75 | is monitoring | monitoring state | monitoring by~0.75 | monitoring system~0.75 | monitoring agent~0.7 | monitoring profile | monitoring solution~0.75 | monitoring level~0.75 | in monitoring | monitoring active | monitoring required~0.75 | monitoring server~0.5 | event monitoring~0.6 | monitoring template~0.5 | monitoring service~0.6 | alert group~0.4 | monitoring type~0.6',
}
