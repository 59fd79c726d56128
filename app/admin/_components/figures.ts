/** Nothing that is not all may read as all, nor something as nothing: 99.96 % is "99.9 %". */
export function percent(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`
  const tenths = Math.floor(share * 1000) / 10
  return tenths === 0 ? '<0.1 %' : `${tenths.toFixed(1)} %`
}

/** Milliseconds without their unit. */
export function milliseconds(value: number): string {
  if (value < 1) return '<1'
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')
}

export const count = (value: number) => value.toLocaleString('en-US')

/** "1 client account", "12 client accounts". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

const moment = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** "Nov 21, 17:05 UTC" */
export function momentInWords(iso: string): string {
  return `${moment.format(new Date(iso))} UTC`
}
