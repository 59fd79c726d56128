/** What columns of network and utilisation are called; see `phrases.ts` for the notation. */
export const networkAndUtilisation = {
  nic_count:
    'nic count | number nic | nics~0.85 | interface count~0.75 | ethernet count | number interface~0.75 | total nic | nic quantity | number ethernet port~0.6 | nic number total | adapters~0.4 | number of network interfaces | network interface count | port count~0.35 | number network port~0.5 | interfaces~0.4',
  nic_name:
    'nic name | nic label | nic~0.75 | interface name | adapter name | interface~0.6 | network adapter name | ethernet name | interface description~0.6 | nic id~0.6 | eni id~0.7 | network interface id~0.6 | network connection name | nic description~0.7 | interface label | adapter label | eni~0.6 | nic device~0.7 | connection name~0.4',
  nic_type:
    'nic type | adapter type | adapter~0.7 | nic model | interface type | nic driver~0.55 | network adapter type | network type~0.5 | interface kind | network card model | nic driver type',
  nic_connected:
    'connected! | nic connected | nic state | link state~0.65 | nic status | adapter connected | connection state~0.4 | link status~0.65 | network connected | is connected | interface status~0.6 | link up~0.6 | cable connected',
  ip_address:
    'ip address | ip | ipv4 address | ipv4 | primary ip | private ip | private ip address | server ip | host ip | ip list | primary ip address | guest ip | guest ip address | primary private ip | local ip | vm ip | fixed ip | lan ip | address~0.5 | network address~0.5 | device ip | all ip address | production ip | private address~0.8 | private ipv4 | ip address list | private ipv4 address | system ip | ip address v4 | machine ip | node ip | ip number | destination ip~0.6 | networks addresses~0.6 | ip adress | vm ip address | current ip | client ip~0.7 | front end ip~0.7 | service ip~0.7 | data ip~0.6 | ip configuration~0.5 | ip main | secondary ip~0.7 | backup ip~0.5 | assigned ip | network ip~0.7 | list of ip address | last ip~0.8 | last known ip~0.8 | listener ip~0.5',
  public_ip:
    'public ip | public ip address | public ipv4 | nat ip~0.85 | wan ip | internet ip | public address~0.85 | public ipv4 address | nat address~0.7 | public nat ip | public ip name~0.4 | internet address~0.6 | internet facing ip | natted ip',
  ipv6_address:
    'ipv6 | ipv6 address | guest ipv6 | primary ipv6 | ip address ipv6 | ipv6 ip | ipv6 address list | link local ipv6~0.6',
  management_ip:
    'management ip | oob ip | oob~0.8 | management address~0.9 | oob address | management ip address | oob management ip | admin ip~0.6 | console ip~0.7 | management interface ip | server management ip | oob ip address | oob management | bmc ip address | oob management address | management interface~0.5 | ilo url~0.4',
  mac_address:
    'mac address | mac | primary mac | hardware address~0.85 | physical address~0.8 | ethernet address~0.85 | nic mac | network mac | wired mac | wifi mac~0.6 | primary mac address | wireless mac address~0.6 | mac address list | vm mac address | ethernet mac | lan mac | nic mac address | network adapter mac',
  network_name:
    'network~0.9 | network name | port group | vlan name | network label | subnet name~0.7 | vnet~0.7 | vpc~0.55 | subnet~0.6 | virtual network | vpc id~0.5 | subnet id~0.5 | network segment~0.7 | vm network | network port group | connected network | network id~0.55 | lan~0.35 | network#0.9 | vpc name~0.6 | network bridge~0.6 | bridge~0.5 | subnetwork~0.6 | virtual network name | vnet subnet | network subnet~0.7 | network connection~0.5 | network assigned',
  virtual_switch:
    'vswitch | vswitch name | switch~0.7 | switch name~0.6 | vm switch~0.8 | vswitch port group~0.6 | standard switch~0.7 | connected vswitch | hyperv switch',
  network_zone:
    'network zone | security zone | zone~0.5 | dmz | firewall zone | trust zone | network area~0.65 | network security zone | security domain~0.6 | network tier~0.65 | in dmz | is dmz | security area | firewall status~0.4 | network segment type~0.5 | network domain~0.4 | firewall segment~0.6 | internet exposed~0.5 | internet facing~0.5 | zone name~0.5 | security segment~0.6 | network zone name | dmz flag',
  vlan_id:
    'vlan | vlan id | vlan number | vlan tag | native vlan~0.7 | vlan ids | vlan no | access vlan~0.8 | network vlan | management vlan~0.6',
  dns_servers:
    'dns server | dns~0.5 | dns ip | primary dns~0.8 | dns resolver | dns server list | dns addresses | dns servers ip | dns server address | secondary dns~0.7 | dns entries~0.5 | dns client server | dns search servers',
  open_ports:
    'open port | listening port | ports~0.65 | tcp ports~0.8 | exposed ports | used ports | service ports | open tcp ports | port list | listening tcp ports | open ports list | tcp udp ports | ports open | listen ports | application ports~0.7 | required ports~0.7',
  net_in_mbps:
    'network in | network received | network read | network byte received | network in throughput | network received throughput | received throughput | network received rate | network in@ | received@0.8 | network received byte per second | network traffic in | traffic in~0.7 | network received avg~0.8 | nic received | received bytes~0.7 | lan in~0.5 | received traffic~0.8',
  net_out_mbps:
    'network out | network sent | network write | network byte sent | network out throughput | network sent throughput | sent throughput | network sent rate | network out@ | sent@0.8 | network sent byte per second | network traffic out | traffic out~0.7 | network sent avg~0.8 | nic sent | sent bytes~0.7 | lan out~0.5 | sent traffic~0.8',
  cpu_util_pct:
    'cpu util | cpu usage | cpu used | avg cpu util | avg cpu | cpu usage avg | cpu@ | cpu avg@ | cpu consumption | cpu time~0.6 | cpu util avg | cpu usage@ | cpu util@ | cpu demand~0.6 | current cpu usage | cpu performance~0.4 | average cpu usage | cpu mean | core util~0.6 | vcpu usage~0.8',
  cpu_util_max_pct:
    'max cpu util | max cpu usage | cpu max@ | cpu usage max | peak cpu util | max cpu~0.5 | cpu peak | peak cpu usage | cpu util 95th percentile~0.7 | cpu 95th percentile~0.7 | cpu p95~0.7 | max cpu used',
  memory_util_pct:
    'memory util | memory usage~0.85 | memory@ | avg memory util | memory avg@ | memory usage avg | memory util avg | memory used@ | memory usage@ | memory util@ | avg memory | average memory usage | current memory usage~0.7 | memory consumption@ | memory pressure~0.6 | memory demand@',
  memory_util_max_pct:
    'max memory util | max memory usage~0.85 | memory max@ | memory usage max~0.85 | memory peak@ | max memory@ | max memory used@ | peak memory util | peak memory usage@ | memory p95~0.6 | memory 95th percentile~0.6',
  memory_used_max_mib:
    'max memory used | memory used max | memory peak used | peak memory used | peak memory~0.7 | max memory usage@0.9 | peak memory usage@0.8 | memory used peak size | max used memory size',
}
