/** What columns of databases, dependencies and clouds are called; see `phrases.ts` for the notation. */
export const databaseAndCloud = {
  db_engine:
    'database engine | database type | database platform | engine~0.75 | database product | database system | database software | database~0.55 | database vendor~0.65 | database technology | sql engine | database kind | database edition~0.5 | database management system | type of database | database engine type | database platform name | database server type~0.7 | engine type~0.7 | database family | database used~0.6 | database brand',
  db_version:
    'database version | engine version | sql version | sql server version | database engine version | oracle version | mssql version | product version~0.35 | database release | version database | database software version | database product version | database server version | database patch level~0.75 | db build',
  db_instance:
    'database instance | instance name~0.75 | sid~0.65 | database instance name | sql instance | instance~0.6 | oracle sid | database name~0.72 | database identifier | database instance identifier | schema~0.35 | database sid | sql server instance | db instance id | database service name~0.5 | named instance | schema name~0.35 | sql server instance name | catalog name~0.4 | database names~0.6 | cluster instance~0.4 | database server instance | database~0.5',
  db_port:
    'database port | listener port | port~0.6 | sql port | tcp port~0.55 | instance port | listening port~0.5 | database listener port | database server port | port number~0.55 | endpoint port~0.6 | service port~0.35',
  db_connections:
    'connection~0.5 | connection count | database connection | active connection | max connection~0.6 | number connection | connection number | current connection | open connection | concurrent connection | number database session | connected sessions | average connections',
  db_latency_ms:
    'query latency | database latency | latency~0.7 | query time~0.7 | avg query time | avg latency | avg latency@ | query duration~0.7 | query response | latency@ | database response time | read latency~0.4 | average query latency',
  dep_source:
    'source server | source host | source asset | source ci | from server | source server name | source name~0.8 | caller | source ip~0.7 | from~0.5 | consumer~0.6 | parent ci~0.6 | client server~0.6 | upstream~0.6 | source application~0.55 | source system~0.55 | from host | source machine | source~0.45 | source vm | source host name | calling application | consuming application | upstream system | source component | source device | source node | from application | client host~0.6 | requester~0.4 | parent~0.3 | from system | initiator~0.6 | source address~0.6',
  dep_target:
    'destination~0.75 | target~0.5 | destination server | target server | destination host | target asset | to server | destination server name | destination name | callee | child ci~0.6 | destination ip~0.7 | depends on | dependency~0.6 | downstream~0.6 | target application~0.7 | target host | target system~0.7 | target name~0.7 | child~0.3 | target machine | to host | destination host name | destination system | destination application~0.55 | called application | providing application | downstream system | target ci | destination vm | to application | destination machine | target component | target ip~0.5 | destination node | server dependency | dependent on | to system | receiver~0.5 | destination address~0.6',
  dep_direction:
    'direction | dependency direction | traffic direction | flow direction | connection direction | data flow direction | communication direction | interface direction | in out',
  dep_type:
    'dependency type | relationship type | connection type~0.7 | relation type | relationship~0.75 | protocol~0.6 | dependency kind | interface type~0.45 | integration type | communication type | relation~0.6 | process name~0.3 | type of dependency | interface protocol~0.6 | link type~0.5 | integration method | integration pattern | transfer type~0.5 | data flow type | network protocol~0.6 | flow type~0.7 | client process~0.5',
  dep_port:
    'destination port | target port | dependency port | server port~0.5 | remote port~0.8 | port~0.5 | service port~0.5 | connection port | port number~0.4 | listening port destination | communication port | tcp port~0.4',
  cloud_provider:
    'cloud provider | cloud | cloud platform | cloud vendor | public cloud | cloud service provider | hosting provider~0.65 | cloud type~0.7 | cloud name | provider~0.65 | provider name~0.6 | target cloud~0.4 | current cloud | cloud hosting provider | iaas provider | cloud environment~0.6',
  cloud_account_id:
    'account id | aws account | subscription id | project id | cloud account | subscription | subscription name | account~0.6 | project~0.6 | aws account id | cloud account id | account number~0.65 | project name~0.7 | gcp project | owner id~0.7 | azure subscription | compartment | cloud subscription | account alias~0.6 | linked account | compartment id | account name~0.55 | tenancy id~0.5 | openstack project | subscription uuid | cloud project | gcp project id | billing account~0.5 | azure subscription id | account owner id | aws account number | tenant id~0.5 | cloud account name | azure subscription name | management account | compartment name',
  cloud_region:
    'cloud region | aws region | availability zone | azure region | zone~0.6 | region~0.6 | placement~0.4 | gcp zone | placement availability zone | cloud location | region zone | gcp region | az | cloud zone | region availability zone | aws az | zones~0.5 | availability zones | location region cloud | compute zone | region name~0.5 | current region~0.6 | hosting region~0.6 | deployed region | oci region | availability domain~0.8',
  resource_group:
    'resource group | resource group name | azure resource group | rg | rg name | resource group id~0.7 | vm resource group',
  instance_type:
    'instance type | vm size | machine type~0.6 | flavor | instance size | sku~0.6 | vm type~0.6 | instance class | shape~0.9 | vm sku | size~0.45 | machine size | vm flavor | ec2 instance type | offering~0.5 | vm machine type | hardware profile~0.7 | vm series | service offering~0.55 | compute size | machine type label | server type cloud | instance flavor | vm instance type | instance family~0.6 | hardware profile vm size | compute offering | plan~0.35 | pricing tier~0.5 | node type~0.6 | database instance class~0.8 | current instance type | vm hardware profile | service tier sku~0.4 | flavor name | size name~0.6 | current sku',
  image_id:
    'image id | image | image name | source image | image reference | base image | boot image | golden image | os image~0.45 | vm image | machine image | template image~0.6 | launch image | image uri | container image | image offer~0.5 | image urn | disk image~0.5 | source image id',
  hourly_cost:
    'hourly cost | hourly price | hourly rate | on demand price~0.85 | cost hour | hourly~0.7 | price per hour | on demand hourly | hourly on demand cost | compute cost per hour',
}
