/** What platform columns are called; see `phrases.ts` for the notation. */
export const platform = {
  manufacturer:
    'manufacturer | vendor~0.7 | hardware vendor | system manufacturer | hardware manufacturer | server manufacturer | vendor name~0.65 | device manufacturer | computer manufacturer | producer | publisher~0.5 | device vendor | product vendor~0.7 | manufacturer name | server vendor | chassis manufacturer | model manufacturer | hw brand | system vendor | software vendor~0.55 | software publisher~0.5 | server brand | application vendor~0.5 | vendor manufacturer',
  model:
    'model | model name | product model | hardware model | server model | product name~0.6 | machine model | device model | model id~0.85 | system model | computer model | product~0.55 | system product name | machine type~0.5 | hardware type~0.6 | hardware~0.5 | device type~0.5 | product type~0.4 | model description | platform model | chassis model~0.85 | make model | manufacturer model | model type | equipment model | switch model | hardware platform~0.6 | appliance model | model category name~0.3 | hardware product',
  model_number:
    'model number | part number | product number | pn | sku~0.45 | article number | type number~0.6 | product code | hardware sku | part id | product id~0.5 | system sku | manufacturer part number | catalog number | model code | mpn | model part number | product sku | hardware part number | device model number | machine type model | item code~0.4 | manufacturer model number',
  os_name:
    'os | os name | guest os | os full name | platform~0.5 | os caption | os type~0.55 | os description | guest os name | os edition~0.75 | system software~0.6 | installed os | os product name | os title | configured os | os image~0.55 | guest full name~0.7 | running os | server os | current os | os distribution | distribution~0.5 | linux distribution~0.6 | os details | os label | platform name~0.55 | platform details~0.75 | os full | os product | detected os | guest os full name | os reported by tools | os name and version | os configured | host os~0.7 | os installed | device os | windows edition~0.6 | os long name | os string | firmware os~0.4 | os display name | os software | guest full os',
  os_family:
    'os family | os type~0.8 | platform~0.6 | os platform~0.9 | guest os family | platform type~0.7 | os class | os category | guest family | os group | server platform~0.5 | os generic | os kind | os flavor~0.6 | os vendor family | os technology | os family name | operating platform~0.8 | system platform~0.6',
  os_version:
    'os version | os build | kernel version | kernel | service pack | os service pack | os build number | os patch level | os level | sp level | os kernel | build number~0.5 | patch level~0.75 | os version number | windows version~0.75 | guest os version | os update version | technology level | os full version | os version name | windows build~0.75 | installed os version | distribution version~0.7 | kernel build | version of os | system version~0.6 | ios version~0.6 | software version os | os minor version | os major version | os patch version | server os version | platform version~0.7 | linux kernel',
  architecture:
    'architecture | cpu architecture | os architecture | os address width | bit~0.6 | platform architecture | processor architecture | os bit | 64 bit~0.6 | system architecture~0.75 | instruction set | hardware architecture | address width | os bit version | cpu bit | 32 64 bit | machine architecture | system bit | image architecture | bit version',
  firmware_type:
    'firmware type | boot type | boot mode | boot firmware | bios mode | firmware~0.7 | bios type | boot method | uefi~0.8 | bios uefi | vm generation~0.75 | generation~0.6 | firmware mode | efi~0.7 | hyperv generation~0.75 | bios or uefi | uefi or bios | boot options firmware',
  firmware_version:
    'firmware version | bios version | firmware~0.5 | bios~0.75 | bios firmware version | microcode version~0.5 | rom version | system rom | system firmware | uefi version | bios revision level | bios date~0.3 | ilo version~0.4 | device firmware',
  secure_boot:
    'secure boot | secure boot enabled | efi secure boot | uefi secure boot | secure boot state | secure boot status | secureboot',
  server_type:
    'physical virtual | virtual yes no | virtual y n | virtual j n | physical or virtual | is virtual | virtual~0.8 | is physical | physical~0.7 | virtual flag | server type~0.78 | machine type~0.5 | host type~0.55 | p v | vm or physical | device virtual | hardware type~0.4 | virtual or physical | deployment type~0.25 | server kind | vp | is vm | virtual yes no | virtual machine flag | asset virtual | virtual indicator | server form~0.6 | platform type~0.35 | vm physical | is virtual machine | server class~0.5 | physical server~0.4',
  hypervisor:
    'hypervisor | hypervisor type | hypervisor name~0.8 | virtual platform~0.9 | virtual type~0.8 | virtual technology | vm type~0.45 | hypervisor vendor~0.75 | hypervisor platform | hypervisor product | virtual software | virtual solution | hypervisor technology | virtual environment~0.6 | vm platform~0.8 | virtual technology platform | virtual provider~0.7 | virtual vendor~0.7',
  hypervisor_version:
    'hypervisor version | esx version | hypervisor version number | vsphere version | hypervisor build | esx build | hyperv version | xen version | vmware version~0.7 | ahv version | hypervisor release | esx version build | hypervisor full name~0.7 | virtual platform version | kvm version',
  hypervisor_host:
    'esx host | parent host | physical host | host~0.62 | node~0.62 | host node | hosted on | parent~0.3 | vmware host | current host | runs on | running on | hyperv host | virtual host | esx host name | compute host | host machine | hosting server | parent server | host system | physical node | server host~0.6 | placed on host | hypervisor host name | host name~0.35 | hosted by | esx | located on host | vm parent host | hypervisor~0.4 | physical server~0.6 | host server name | runs on host | owner node~0.6 | node name~0.5 | parent hypervisor | virtual host name | cluster node~0.6 | proxmox node | kvm host | xen host | resident on | host placement~0.6 | dom0~0.5 | physical host name | hypervisor ip~0.4 | host of vm | host fqdn~0.3',
  cluster:
    'cluster | cluster name | vm cluster | host cluster | esx cluster | vmware cluster | failover cluster | cluster id~0.75 | server cluster | hypervisor cluster | cluster group | hyperv cluster | vsphere cluster | compute cluster | member of cluster | database cluster~0.6 | cluster member of | cluster resource~0.5',
  resource_pool:
    'resource pool | pool~0.5 | resource pool name | vm resource pool | resource pool path | pool name~0.5',
  vm_folder:
    'folder | vm folder | folder path | inventory path | vm path~0.6 | folder name | vcenter folder | inventory folder | vm folder path | vm inventory path | vm folder name | blue folder | parent folder',
  vm_hardware_version:
    'hardware version | vm version | vm hardware version | virtual hardware version | vmx version | compatibility~0.6 | compatibility version~0.75 | virtual hardware | configuration version~0.65 | vm compatibility | hardware compatibility | vm hw | virtual machine version | vm configuration version | hardware level~0.6 | vm compat level',
  datastore:
    'datastore | datastore name | datastore path | storage repository~0.8 | vmx path~0.75 | storage pool~0.65 | vm datastore | storage container~0.7 | storage path~0.6 | storage name~0.55 | lun~0.4 | primary datastore | datastore cluster~0.7 | vm storage~0.5 | storage domain~0.6 | vm location path | vm config path~0.6 | datastore list | vhd path~0.6 | vmdk path~0.7 | storage account~0.4 | storage location~0.4 | disk datastore | vm file location~0.6 | configuration file path~0.5 | home datastore',
  installed_role:
    'installed role | server feature | installed feature | windows feature | role feature | installed service~0.65 | roles and features | detected role | middleware~0.5 | installed software~0.55 | server roles~0.5 | features~0.5 | installed roles and features | windows roles | detected services~0.5 | installed components~0.6 | installed applications~0.5 | software installed~0.5 | web server software~0.5 | installed products~0.5 | server roles installed',
}
