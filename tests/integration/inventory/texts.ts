/** A table as CSV text; a row lacks what it does not name. */
export function csv(headers: readonly string[], rows: readonly Record<string, string>[]): string {
  const lines = rows.map((row) => headers.map((header) => row[header] ?? '').join(','))
  return `${[headers.join(','), ...lines].join('\n')}\n`
}

export const vInfo = {
  formatId: 'rvtools-3-vinfo',
  fileName: 'vinfo.csv',
  text: csv(
    [
      'VM',
      'Powerstate',
      'CPUs',
      'Memory',
      'NICs',
      'Provisioned MB',
      'OS according to the VMware Tools',
    ],
    [
      machine('alpha', { NICs: '2', 'Provisioned MB': '51200' }),
      machine('beta', { NICs: '1', 'Provisioned MB': '10240' }),
      machine('gamma', { NICs: '1', 'Provisioned MB': '20480' }),
    ],
  ),
}

function machine(name: string, more: Record<string, string>): Record<string, string> {
  return {
    VM: name,
    Powerstate: 'poweredOn',
    CPUs: '2',
    Memory: '4096',
    'OS according to the VMware Tools': 'Ubuntu Linux (64-bit)',
    ...more,
  }
}

export const vNetwork = {
  formatId: 'rvtools-vnetwork',
  fileName: 'vnetwork.csv',
  text: csv(
    ['VM', 'Powerstate', 'NIC label', 'Mac Address', 'IPv4 Address'],
    [
      card('alpha', 1, '00:50:56:00:00:01', '10.0.0.1'),
      card('beta', 1, '00:50:56:00:00:02', '10.0.0.2'),
      card('gamma', 1, '00:50:56:00:00:03', '10.0.0.3'),
    ],
  ),
}

/** The second card of alpha, which was missing before. */
export const fullVNetwork = {
  ...vNetwork,
  text: `${vNetwork.text}alpha,poweredOn,Network adapter 2,00:50:56:00:00:09,10.0.0.9\n`,
}

function card(vm: string, label: number, mac: string, ip: string): Record<string, string> {
  return {
    VM: vm,
    Powerstate: 'poweredOff',
    'NIC label': `Network adapter ${label}`,
    'Mac Address': mac,
    'IPv4 Address': ip,
  }
}

export const vPartition = {
  formatId: 'rvtools-3-vpartition',
  fileName: 'vpartition.csv',
  text: csv(
    ['VM', 'Powerstate', 'Disk', 'Capacity MB', 'Consumed MB', 'Free MB', 'Datacenter'],
    [
      { VM: 'alpha', Disk: '/', 'Capacity MB': '20480', 'Free MB': '1024', Datacenter: 'DC1' },
      { VM: 'alpha', Disk: '/var', 'Capacity MB': '10240', 'Free MB': '512', Datacenter: 'DC1' },
      { VM: 'beta', Disk: 'C:\\', 'Capacity MB': '10240', 'Free MB': '2048', Datacenter: 'DC1' },
    ],
  ),
}
