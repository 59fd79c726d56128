/**
 * A file with many columns, as exports with a column per disk have it: most are recognised, some need
 * a second look, every tenth says nothing to anybody.
 * @param name of the file's only machine, and part of what nobody recognises
 */
export function wideFile(name: string, columns: number): string {
  const headers = ['Server Name', ...Array.from({ length: columns - 1 }, (_, n) => headerOf(n + 1))]
  const values = [name, ...Array.from({ length: columns - 1 }, (_, n) => String(n + 10))]
  return `${headers.join(',')}\n${values.join(',')}\n`
}

function headerOf(number: number): string {
  if (number % 10 === 0) return `Zzyx qwv ${number}`
  return number % 3 === 0 ? `Size of volume ${number}` : `Disk ${number} size (GB)`
}
