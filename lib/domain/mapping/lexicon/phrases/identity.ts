/** What identity columns are called; see `phrases.ts` for the notation. */
export const identity = {
  external_id:
    'external id | source id | record id | sys id | system id~0.75 | ci id | asset id | machine id | server id | instance id | resource id | device id | object id~0.65 | id~0.8 | vm id~0.8 | unique id | correlation id | ci number | item number | entity id | computer id | host id~0.8 | internal id | foreign id | arn | resource arn | self link | node id | external reference~0.8 | external key | source key | source record id | reference id~0.7 | reference number~0.6 | element id | database id record | item id | native id | key~0.4 | number~0.35 | provider id~0.7 | agent id~0.5 | ref~0.5',
  name: 'name | server name | vm name | ci name | asset name | machine name | computer name | device name | display name | system name~0.85 | instance name~0.75 | resource name | item name | node name | object name | ci~0.7 | vm~0.9 | server~0.8 | machine~0.75 | computer~0.75 | device~0.65 | host display name~0.8 | label~0.4 | title~0.5 | entity name | instance~0.45 | system~0.5 | name label | logical name | element name | tag name~0.8 | service name~0.35 | database name~0.55 | node~0.5 | pod~0.6 | pod name | container name | host~0.4 | virtual machine guest name | switch name~0.5 | router name~0.7 | printer name | cluster name~0.3',
  hostname:
    'host name | netbios name | short name~0.65 | computer host name | server host name | guest host name | host~0.6 | os host name | machine host name | short host name | local host name | netbios | vm host name~0.6 | device host name | system host name',
  fqdn: 'fqdn | host fqdn | guest fqdn | private fqdn~0.9 | public fqdn~0.5 | server fqdn | primary fqdn | fqdn host name | guest host name fqdn | private dns~0.75 | dns entry~0.7 | dns record~0.6 | vm fqdn | full host name~0.85 | dns~0.45 | fqdn name',
  dns_domain:
    'domain | dns domain | ad domain | domain name~0.9 | windows domain | os domain | workgroup | active directory domain | domain workgroup | computer domain | domain or workgroup | server domain | nt domain | ad forest~0.5 | member of domain | joined domain | vm domain | active directory~0.5',
  asset_type:
    'asset type | ci type | ci class | class~0.9 | type~0.6 | asset class | device type~0.75 | resource type | object type | item type | class name | asset kind | equipment type | element type | ci class name | configuration type~0.5 | entity type | device class~0.8 | component type~0.7 | object class | record type~0.5 | ci category~0.5 | product class~0.5 | technology type~0.5 | type of device',
  asset_subtype:
    'category~0.9 | sub category | sub type | asset category | ci category | device category | asset subtype | sub class | product category | device sub category | item category | ci sub type | form factor type~0.4 | type detail~0.6 | model category | asset group type~0.5 | subtype | device subtype | resource sub type',
  asset_role:
    'role | server role | function~0.85 | asset role | device role | vm role | system role | tier~0.65 | server function | usage~0.45 | server type~0.5 | application tier | system function | machine role | primary function | workload type~0.6 | primary role | application role | technical role | node role | use~0.4 | main role | host role | component role | purpose',
  asset_tag:
    'asset tag | inventory number | asset number | barcode | tag number | inventory tag | inventory id~0.7 | equipment number~0.7 | fixed asset number | property tag | asset label | inventory code | property number | inventory~0.6 | asset barcode | inventory label | tag~0.4 | asset code~0.75 | fixed asset id | company asset tag | inventory key',
  serial_number:
    'serial number | serial | chassis serial~0.85 | system serial number | bios serial number | hardware serial | serial id | serial tag | manufacturer serial | hardware serial number | server serial number | chassis serial number | device serial number | vm serial number | serial code',
  uuid: 'uuid | vm uuid | instance uuid | machine uuid | system uuid | server uuid | device uuid | unique identifier~0.6 | host uuid~0.75 | vmware uuid | vm instance uuid | asset uuid | object uuid~0.7 | vm guid | virtual machine guid | instance guid | unique vm id~0.7 | esx uuid~0.6',
  bios_uuid:
    'bios uuid | bios id | bios guid | hardware uuid | hardware id~0.5 | motherboard uuid | chassis uuid~0.6 | firmware uuid | product uuid~0.7 | bios system uuid | dmi uuid',
  vm_moref:
    'moref | moref id | vm moref | vm id~0.45 | managed object | vm reference~0.8 | object id~0.45 | vcenter object id | moref of vm | host moref | vcenter vm id~0.8 | vsphere id~0.6 | inventory object id~0.5',
  vcenter_id:
    'vcenter | vcenter id | vcenter server | vcenter name | vcenter uuid | vm manager id~0.85 | vm manager | virtual machine manager id | virtual machine manager~0.8 | vi sdk server | vi server | scvmm server | vcenter host | vcenter instance | vcenter fqdn | prism central~0.7 | vcenter address | vcenter url~0.7 | vmm server | management server~0.5 | vcenter host name | vsphere server~0.7 | vcenter ip~0.6 | virtualization manager | rhv manager~0.7',
  description:
    'description | short description | summary~0.65 | long description | ci description | server description | asset description | system description | vm description | details~0.45 | application description | detailed description | business description | full description | object description | device description | computer description | text description | short text~0.7 | role description~0.6',
  notes:
    'notes | additional notes | general notes | free text | work notes | info~0.4 | misc~0.4 | miscellaneous~0.5 | other information~0.6 | vm notes | migration notes~0.7 | custom notes | internal notes | admin notes | server notes | note field',
  tags: 'tags | resource tags | metadata tags | custom tags | tag~0.6 | key value~0.8 | tag key value | asset tags~0.6 | vm tags | custom attribute~0.5 | vm categories~0.6 | categories~0.55 | metadata~0.5 | instance tags | vsphere tags | hashtag | tag pairs | network tags~0.5 | custom field~0.3',
}
