/** Bytes per unit. */
const SIZES = new Map([
  ['B', 1],
  ['kB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
  ['TB', 1e12],
  ['PB', 1e15],
  ['KiB', 2 ** 10],
  ['MiB', 2 ** 20],
  ['GiB', 2 ** 30],
  ['TiB', 2 ** 40],
  ['PiB', 2 ** 50],
])

/** Bytes per second. */
const RATES = new Map([
  ...[...SIZES].map(([unit, bytes]): [string, number] => [`${unit}/s`, bytes]),
  ['bit/s', 1 / 8],
  ['kbit/s', 1e3 / 8],
  ['Mbit/s', 1e6 / 8],
  ['Gbit/s', 1e9 / 8],
])

const FREQUENCIES = new Map([
  ['Hz', 1],
  ['kHz', 1e3],
  ['MHz', 1e6],
  ['GHz', 1e9],
])

const TIMES = new Map([
  ['us', 1e-6],
  ['ms', 1e-3],
  ['s', 1],
])

const SHARES = new Map([
  ['%', 0.01],
  ['ratio', 1],
])

const DIMENSIONS = [SIZES, RATES, FREQUENCIES, TIMES, SHARES]

const WORDS = new Map([
  ['byte', 'B'],
  ['bytes', 'B'],
  ['octets', 'B'],
  ['k', 'KB'],
  ['m', 'MB'],
  ['g', 'GB'],
  ['t', 'TB'],
  ['ko', 'KB'],
  ['mo', 'MB'],
  ['go', 'GB'],
  ['to', 'TB'],
  ['gio', 'GIB'],
  ['mio', 'MIB'],
  ['kilobytes', 'KB'],
  ['megabytes', 'MB'],
  ['gigabytes', 'GB'],
  ['terabytes', 'TB'],
  ['kbyte', 'KB'],
  ['mbyte', 'MB'],
  ['gbyte', 'GB'],
  ['tbyte', 'TB'],
  ['kbytes', 'KB'],
  ['mbytes', 'MB'],
  ['gbytes', 'GB'],
  ['tbytes', 'TB'],
  ['kbps', 'kbit/s'],
  ['mbps', 'Mbit/s'],
  ['gbps', 'Gbit/s'],
  ['bps', 'bit/s'],
  ['percent', '%'],
  ['pct', '%'],
  ['prozent', '%'],
  ['msec', 'ms'],
  ['millisecond', 'ms'],
  ['milliseconds', 'ms'],
  ['sec', 's'],
  ['seconds', 's'],
])

const CANONICAL = new Map(
  DIMENSIONS.flatMap((dimension) => [...dimension.keys()]).map((unit) => [
    unit.toLowerCase(),
    unit,
  ]),
)

/**
 * The unit that a text means (`gb`, `MiB`, `Go`, `MB/s`), or null. With `binary`, kB, MB, GB, TB
 * and PB mean powers of 1,024, as virtualisation tools and operating systems write them.
 */
export function parseUnit(text: string, binary: boolean): string | null {
  const folded = text.trim().toLowerCase().replace(/\.$/, '')
  const known = WORDS.get(folded) ?? folded
  const unit = CANONICAL.get(known.toLowerCase())
  if (unit === undefined) return null
  return binary && /^[kMGTP]B$/.test(unit) ? unit.toUpperCase().replace('B', 'iB') : unit
}

/** A number in another unit of the same dimension; null when the units do not convert. */
export function convertUnit(value: number, from: string, to: string): number | null {
  if (from === to) return value
  for (const dimension of DIMENSIONS) {
    const source = dimension.get(from)
    const target = dimension.get(to)
    if (source !== undefined && target !== undefined) return (value * source) / target
  }
  return null
}
