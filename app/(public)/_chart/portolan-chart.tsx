import { CompassRose } from './compass-rose'
import { circleRadius, coasts, isles, lands, type Port, passages, ports, rose } from './estate'
import { chartHeight, chartWidth, pathOf, type RhumbLine, rhumbLines, type Wind } from './geometry'

// The old order of inks: black for the eight winds, green for the halves, red for the quarters.
const inks: Record<Wind, string> = {
  principal: 'stroke-ink opacity-30',
  half: 'stroke-good-solid opacity-40',
  quarter: 'stroke-bad-solid opacity-30',
}

const lines = rhumbLines(rose, circleRadius)

function linesOf(wind: Wind): string {
  return lines
    .filter((line: RhumbLine) => line.wind === wind)
    .map(({ from, to }) => `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`)
    .join('')
}

/** The name of a port stands across the coast, on the land, and never upside down. */
function PortName({ port }: { port: Port }) {
  const turned = Math.abs(((port.inland + 540) % 360) - 180) > 90
  return (
    <g transform={`translate(${port.at[0]} ${port.at[1]}) rotate(${port.inland})`}>
      <circle r={port.great ? 3 : 1.8} className={port.great ? 'fill-bad-solid' : 'fill-ink'} />
      <text
        x={turned ? -9 : 9}
        y="3.5"
        textAnchor={turned ? 'end' : 'start'}
        transform={turned ? 'rotate(180)' : undefined}
        className={port.great ? 'fill-bad-text font-medium' : 'fill-ink-muted'}
      >
        {port.name}
      </text>
    </g>
  )
}

/** A portolan chart whose ports are machines. It is an ornament: it says nothing to those who listen. */
export function PortolanChart({ className }: { className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${chartWidth} ${chartHeight}`}
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
      className={className}
      fill="none"
    >
      <g strokeWidth="0.75">
        {(['quarter', 'half', 'principal'] as const).map((wind) => (
          <path key={wind} d={linesOf(wind)} className={inks[wind]} />
        ))}
      </g>
      {lands.map((land) => (
        <path key={pathOf(land.slice(0, 1))} d={`${pathOf(land)}Z`} className="fill-sunken" />
      ))}
      {[...coasts, ...isles].map((line) => {
        const path = pathOf(line)
        return (
          <g key={path.slice(0, 20)} strokeLinejoin="round">
            <path d={path} className="stroke-accent-line opacity-60" strokeWidth="7" />
            <path d={path} className="stroke-accent-text" strokeWidth="1.3" />
          </g>
        )
      })}
      {isles.map((line) => (
        <path key={pathOf(line.slice(0, 1))} d={`${pathOf(line)}Z`} className="fill-sunken" />
      ))}
      {passages.map((path) => (
        <path
          key={path}
          d={path}
          className="stroke-accent-text"
          strokeWidth="1.8"
          strokeDasharray="1 6"
          strokeLinecap="round"
        />
      ))}
      <g className="font-mono text-[11px]">
        {ports.map((port) => (
          <PortName key={port.name} port={port} />
        ))}
      </g>
      <CompassRose at={rose} size={84} />
    </svg>
  )
}
