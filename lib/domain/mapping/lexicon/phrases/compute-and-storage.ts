/** What columns of compute and storage are called; see `phrases.ts` for the notation. */
export const computeAndStorage = {
  cpu_count:
    'cpu count | cpu number | number of logical cpu cores | number of logical processors | vcpu | number vcpu | cpu~0.85 | logical cpu | logical core | total cpu | core~0.65 | core count~0.68 | allocated cpu | allocated vcpu~0.85 | cpu thread~0.7 | cpu core~0.6 | thread count~0.6 | thread~0.5 | number logical cpu | cpu assigned | allocated cpu core | online cpu | compute unit~0.3 | ocpu | configured cpu | provisioned cpu | cpu quantity | assigned cpu | configured vcpu | total vcpu~0.8 | provisioned vcpu~0.8 | assigned vcpu | number logical core | total logical cpu | cpu vcpu | vm cpu | total thread~0.6 | cpu number of cpus | cpu total number | cpu size~0.6 | vcpu size~0.6 | flavor vcpu | max cpu~0.55 | cores total~0.55 | system cpu count | cpu allocation | cpu capacity~0.6 | cpu core total~0.5',
  cpu_sockets:
    'socket | cpu socket | number socket | physical cpu | physical cpu count | cpu package~0.75 | installed cpu~0.7 | populated socket | physical socket | cpu chip | cpu count~0.45 | cpu number~0.4 | number physical cpu | number cpu installed~0.7 | cpu socket count | total socket | socket quantity | physical cpu number | cpu sockets used | number of processors~0.45',
  cpu_cores:
    'core~0.7 | number core~0.75 | core count | cpu core | number cpu core | total core | physical core | number physical core | core total | core quantity | cpu core total | physical cpu core | processor core count | total cpu core | cpu number core | cores all sockets | total physical core',
  cores_per_socket:
    'core per socket | core per cpu | core per processor | number core per socket | number core per cpu | core socket | core per physical cpu | cpu core per socket | vcpu per socket | core per package',
  cpu_model:
    'cpu model | cpu name | cpu type | cpu description | cpu family~0.65 | cpu brand | cpu info~0.75 | cpu model name | cpu~0.4 | chipset~0.3 | cpu details~0.7 | cpu string | cpu product | cpu caption | cpu label | model of cpu | physical cpu type | cpu version~0.5',
  cpu_speed_mhz:
    'cpu speed | speed~0.55 | max speed~0.6 | cpu max speed | base speed~0.7 | cpu@0.9 | speed@ | core speed | cpu speed rate | current clock speed | cpu nominal speed | processor base frequency | cpu per core@0.8 | cpu total@0.6 | core@0.8 | cpu capacity@0.6',
  memory_mib:
    'memory | memory size | total memory | physical memory | memory capacity | allocated memory | installed memory | memory assigned | total physical memory | configured memory | max memory~0.6 | provisioned memory | visible memory | startup memory | memory amount | granted memory~0.6 | flavor memory | memory total size | physical memory total | assigned memory | memory installed | memory quantity | memory configured | vm memory | server memory | system memory | host memory~0.85 | memory allocation | physical memory size | total installed memory | memory max~0.5 | hardware memory | dynamic memory max~0.4 | memory size total | total memory size | memory number~0.8 | memory startup | static memory~0.7 | total visible memory size | max physical memory~0.6 | memory@ | memory capacity total',
  memory_used_mib:
    'memory used | memory usage~0.65 | active memory | memory demand | memory used avg | guest memory usage~0.65 | consumed memory | memory util@0.8 | used memory size | host memory usage~0.6 | memory usage@0.9 | avg memory usage@0.9 | memory consumption~0.75 | memory used total | current memory usage~0.7 | memory working set~0.5 | used physical memory',
  memory_free_mib:
    'memory free | free memory | free memory size | free physical memory | available memory size | memory remaining',
  vm_count:
    'vm count | number vm | vms~0.85 | guest count | hosted vm~0.8 | total vm | number guest | running vm~0.7 | vm total | vm quantity | number of running vm~0.75 | vms on host | vm number total | guests~0.6 | hosted vm count',
  vcpu_allocated:
    'total vcpu allocated | vcpu on host | vcpu allocated~0.7 | allocated vcpu~0.6 | vcpu total~0.6 | vcpu used~0.7 | vcpu assigned total | vcpu provisioned total | vcpu allocated to vm | vm vcpu total | sum vcpu~0.7 | number vcpu allocated | vcpu assigned to vm',
  vram_allocated_mib:
    'vram | vram allocated | vm memory allocated~0.75 | virtual memory allocated~0.7 | memory allocated to vm | total vram | vm memory total~0.7 | memory provisioned to vm | vram total | sum vm memory | vram assigned | memory assigned to vm',
  disk_count:
    'disk count | number disk | disks~0.85 | volume count~0.85 | drive count | total disk count | number volume | number drive | disk quantity | number data disk~0.6 | data disk count~0.6 | attached disk~0.5 | physical disk count | number of hard disk | number attached volume',
  disk_total_gib:
    'total disk | total drive size | total drive space | drive space total | disk space | storage~0.9 | disk total size | total storage | provisioned storage | disk capacity~0.9 | provisioned space | storage capacity | allocated storage | allocated disk | disk~0.68 | disk size~0.78 | total disk size | provisioned~0.8 | storage size | provisioned disk | total disk capacity | total capacity~0.75 | capacity~0.5 | local storage~0.8 | disk storage | total disk space | disk@ | storage@ | provisioned@ | hard disk size~0.8 | total disk allocated | disk sum | disk gb total | flavor disk | root volume size~0.5 | os disk size~0.45 | boot disk size~0.45 | total space~0.75 | total allocated storage | storage total provisioned | storage provisioned | storage configured | disk configured | san storage~0.5 | allocated space | usable capacity~0.5 | raw capacity~0.5 | total volume size | space@0.7 | capacity@0.6 | used and free total | root disk~0.5 | maxdisk | max disk~0.6 | disk space allocated | configured storage | storage requirement~0.5 | allocated size~0.6 | storage number~0.6',
  disk_used_gib:
    'disk used | used space | storage used | disk usage~0.75 | used~0.6 | used storage | space used | used capacity | disk space used | total disk used | storage usage~0.75 | disk used space | used@0.85 | storage consumption~0.75 | used disk size | disk used total | used size~0.7 | storage in use | disk usage@0.9 | disk consumption~0.7 | guest disk used | used volume~0.5 | written storage~0.4',
  disk_free_gib:
    'disk free | free space | free disk space | storage free | free storage | free capacity | disk space free | free~0.6 | total free space | free@0.85 | disk free total | available capacity | free disk | free disk total | free size~0.7',
  disk_free_pct:
    'free@ | disk free@ | free space@ | storage free@ | free disk space@ | disk space free@ | free capacity@ | free percent space | available space@',
  disk_name:
    'disk name | disk label | disk~0.5 | drive letter | mount point | partition | volume name | drive~0.8 | file system~0.75 | drive name | volume~0.65 | partition name | mount | disk path~0.6 | logical disk~0.8 | volume label | disk number~0.4 | filesystem | disk id~0.45 | mounted on | mount path | disk drive~0.7 | device label~0.4 | disk device~0.6 | disk label name | file system mount | mountpoint | logical drive~0.8 | disk file name~0.6 | vhd name | vmdk name | drive label | partition label | logical volume~0.7',
  disk_size_gib:
    'disk size# | disk#0.9 | disk capacity# | volume size# | drive size# | volume#0.7 | partition size | drive size~0.85 | volume size~0.8 | disk size~0.6 | capacity~0.6 | size~0.5 | size@0.75 | capacity@0.8 | hard disk# | data disk size~0.7 | disk capacity~0.55 | data disk#0.8 | partition capacity | vmdk size | vhd size | filesystem size | drive capacity~0.8 | lun size~0.7 | volume capacity~0.8 | logical disk size | os disk size~0.6 | file system size | disk space#',
  disk_uuid:
    'disk uuid | disk unique id | disk id~0.7 | volume id | volume uuid | disk serial~0.85 | disk guid | disk serial number | wwn~0.5 | naa id | lun id~0.6 | volume serial~0.7 | partition uuid | volume serial number~0.7 | ebs volume id | vmdk uuid | naa',
  disk_type:
    'disk type | storage type | volume type | media type~0.75 | drive type | disk tier~0.75 | storage tier~0.75 | disk class | storage class | ssd~0.6 | disk format~0.65 | disk sku | storage media | disk technology | storage profile~0.5 | disk provisioning~0.6 | disk storage type | os disk type | provisioning type~0.6 | raid type~0.3 | disk interface~0.3 | ssd hdd | root device type~0.4 | disk kind | storage category~0.6 | disk provisioning type | vhd type | storage performance tier | disk media type | file system type~0.5',
  disk_thin:
    'thin! | thin provisioned | thin provisioning | disk thin | thin disk | is thin | disk thin provisioned',
  disk_is_raw:
    'raw! | rdm | raw device mapping | disk raw | raw disk | is rdm | rdm disk | has rdm | is raw | raw device | raw lun~0.6',
  disk_mode:
    'disk mode | disk persistence | persistence mode | disk persistence mode | independent disk~0.7 | independent~0.6 | persistence~0.6',
  disk_sharing_mode:
    'sharing mode | disk sharing | shared disk | disk sharing mode | multi writer | multiwriter | bus sharing | scsi bus sharing | disk shared | is shared disk | shared disks | shared storage~0.5',
  disk_controller:
    'disk controller | controller~0.8 | scsi controller | storage controller | controller type~0.75 | controller name~0.7 | disk controller type | controller label | raid controller~0.6 | scsi adapter | scsi type~0.6 | disk bus~0.5 | controller location~0.4 | scsi id~0.4',
  disk_read_mbps:
    'disk read throughput | disk read | disk read rate | read throughput | disk read@ | read@ | disk read byte | storage read throughput | disk byte read | read bandwidth | read bytes~0.7 | disk read bandwidth | disk read speed | disk read per second | disk read avg~0.8 | volume read throughput',
  disk_write_mbps:
    'disk write throughput | disk write | disk write rate | write throughput | disk write@ | write@ | disk write byte | storage write throughput | disk byte write | write bandwidth | write bytes~0.7 | disk write bandwidth | disk write speed | disk write per second | disk write avg~0.8 | volume write throughput',
  disk_read_iops:
    'disk read iops | read iops | disk read operation | disk read operation per second | read operation~0.8 | storage read iops | iops read | disk read io | volume read iops | read io~0.7 | disk read requests~0.6 | disk transfers read',
  disk_write_iops:
    'disk write iops | write iops | disk write operation | disk write operation per second | write operation~0.8 | storage write iops | iops write | disk write io | volume write iops | write io~0.7 | disk write requests~0.6 | disk transfers write',
}
