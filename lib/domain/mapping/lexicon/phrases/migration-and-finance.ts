/** What columns of migration planning and finance are called; see `phrases.ts` for the notation. */
export const migrationAndFinance = {
  migration_strategy:
    'migration strategy | strategy~0.75 | 6r | 7r | 6 r~0.7 | 7 r~0.7 | 5r | 6rs | 7rs | r strategy | migration path~0.85 | migration type~0.85 | cloud strategy~0.75 | r type | target strategy | migration pattern~0.85 | application strategy~0.7 | 6 r strategy | 7 r strategy | migration method~0.85 | modernization strategy | migration decision~0.7 | application disposition | r model | transformation strategy~0.8 | cloud migration strategy | planned strategy | r classification | cloud disposition | rationalization decision~0.7',
  migration_wave:
    'migration wave | wave | wave name | wave number | migration phase~0.75 | batch~0.5 | application wave | move wave | migration batch | wave id | wave group~0.7 | planned wave | migration sprint~0.6 | wave plan | cutover wave | migration tranche~0.8 | tranche~0.6',
  move_group:
    'move group | migration group | bundle~0.6 | move bundle | affinity group | group~0.4 | groups~0.5 | move group name | dependency group | migration bundle | application group~0.55 | application bundle | migration unit~0.7 | server group~0.4 | move unit | move group id | migration package~0.6',
  maintenance_window:
    'maintenance window | change window | maintenance schedule | downtime window | business hours | outage window | maintenance group~0.6 | maintenance cycle~0.75 | maintenance time | operating hours | service hours | support hours~0.65 | update window | reboot window | maintenance day | reboot schedule | maintenance slot | change freeze~0.4 | allowed downtime~0.6 | preferred downtime~0.6 | weekly maintenance window | downtime~0.5 | wsus group~0.5 | blackout window~0.5 | maintenance period | cutover window~0.5 | update schedule~0.7 | os maintenance window | patch group | planned downtime~0.5',
  target_region:
    'target region | destination region | target cloud region | target location~0.75 | target availability zone~0.75 | migration target region | target datacenter~0.4 | launch region | target zone~0.6',
  target_account:
    'target account | target subscription | target account id | destination account | target project | landing zone~0.55 | target cloud account | destination subscription | target aws account | target subscription id | target resource group~0.3 | migration account~0.6 | target landing zone~0.7',
  target_instance_type:
    'target instance type | target size | target sku | target vm size | target instance | target machine type | launch instance type | azure vm size~0.65 | target type~0.6 | target instance size | target flavor | destination instance type | target vm type | target ec2 instance type | target shape | target server size | target vm sku | rightsizing~0.5 | launch template instance type | target compute | target aws instance | suggested size~0.7 | suggested instance type',
  target_subnet:
    'target subnet | destination subnet | target network~0.75 | target vnet | target vpc~0.65 | launch subnet | target subnet id | destination network~0.6 | target virtual network | target vlan~0.5',
  target_security_groups:
    'target security group | launch security group | destination security group | target nsg~0.85 | security group~0.3 | target security groups ids | target firewall~0.5',
  target_tenancy:
    'target tenancy | tenancy~0.6 | dedicated host~0.5 | placement tenancy | launch tenancy | host tenancy | instance tenancy | dedicated tenancy',
  purchase_date:
    'purchase date | date purchase | order date~0.75 | purchase on | invoice date~0.5 | delivery date~0.5 | purchase order date~0.75 | purchase time~0.7 | date of purchase | purchase year~0.7 | date ordered~0.7 | asset purchase date | received date~0.5 | ship date~0.5 | shipped date~0.5 | capitalization date~0.5',
  purchase_cost:
    'purchase cost | purchase price | cost~0.5 | price~0.7 | purchase value | unit cost~0.7 | original cost | capital cost | purchase amount | asset cost | asset value~0.8 | net price~0.7 | initial cost | unit price~0.75 | investment~0.4 | acquisition amount | total price~0.6 | original value~0.6 | hardware cost~0.75 | cost of purchase | purchase cost value | capex~0.6 | list price~0.6',
  currency:
    'currency | currency code | cost currency | price currency | purchase currency | iso currency',
  order_number:
    'order number | order id~0.85 | order~0.6 | requisition number~0.5 | purchase order id | order reference~0.8 | po reference | sales order~0.5 | purchase requisition~0.6 | purchase order code',
  invoice_number:
    'invoice number | invoice | invoice id | bill number | invoice reference | vendor invoice~0.8 | invoice code',
  supplier:
    'supplier | vendor~0.6 | vendor name~0.55 | supplier name | hardware supplier | partner~0.4 | maintenance vendor~0.5 | vendor supplier | provider~0.3 | service provider~0.5 | purchase vendor | purchase supplier | support vendor~0.5 | supplier company | sold by | leasing company~0.4 | vendor company | maintenance provider~0.4',
  warranty_end:
    'warranty end | warranty date | warranty~0.6 | warranty end date | warranty expiration date | warranty expires on | support end~0.45 | contract end~0.4 | support contract end~0.55 | support expiration~0.5 | warranty end of | hardware warranty end | maintenance end~0.55 | warranty expiry date | guarantee until | warranty valid until | maintenance contract end~0.55 | warranty support end | hardware support end~0.6 | care pack end~0.6 | support end date~0.5 | warranty termination | warranty enddate | vendor warranty end | support contract expiration~0.5',
  eol_date:
    'end of life | end of life date | retirement date | planned retirement | disposal date~0.8 | lifecycle end | planned retirement date | date retired~0.85 | extended support end | vendor support end~0.8 | end of maintenance | support end~0.5 | end date~0.4 | out of service date | removal date~0.7 | server retirement date | planned end of life | vendor end of life | end of life support date | os end of life | os end of support | end of extended support | hardware end of life | end of use~0.7 | target retirement date | planned decommissioning | retirement planned date | expected end of life | replacement date~0.7 | support end date~0.55 | refresh date~0.6 | end of sale~0.4 | end of vendor support | out of support date',
  install_date:
    'install date | go live date | go live | production date~0.9 | start date~0.45 | date install | implementation date | in production since | install on | service start date~0.8 | rollout date~0.75 | first in production | in operation since | date in service | os install date~0.85 | in service date | build date~0.6 | install time~0.8 | operational since | date live | setup date~0.7 | provisioned date~0.7 | os installed on | deploy date | date of commissioning | provision date~0.7 | activation date~0.6 | installed since | first productive use | placed in service | installed~0.5',
}
