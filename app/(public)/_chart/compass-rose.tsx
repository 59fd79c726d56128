import type { Point } from './geometry'

/** One two-toned needle of the rose, pointing north before it is turned. */
function Needle({ angle, length, width }: { angle: number; length: number; width: number }) {
  const shoulder = width * 1.35
  return (
    <g transform={`rotate(${angle})`}>
      <path d={`M0 0L${-width} ${-shoulder}L0 ${-length}Z`} className="fill-surface" />
      <path d={`M0 0L${width} ${-shoulder}L0 ${-length}Z`} className="fill-ink" />
      <path
        d={`M0 0L${-width} ${-shoulder}L0 ${-length}L${width} ${-shoulder}Z`}
        className="fill-none stroke-ink"
        strokeWidth="0.8"
        strokeLinejoin="round"
      />
    </g>
  )
}

const quarters = [0, 90, 180, 270]
const ticks = Array.from({ length: 32 }, (_, index) => index * 11.25)

/** A compass rose of sixteen winds with its ring of thirty-two. */
export function CompassRose({ at, size }: { at: Point; size: number }) {
  return (
    <g transform={`translate(${at[0]} ${at[1]}) scale(${size / 100})`}>
      <circle r="66" className="fill-canvas stroke-ink" strokeWidth="0.8" />
      <circle r="60" className="fill-none stroke-ink" strokeWidth="0.5" />
      {ticks.map((angle) => (
        <path
          key={angle}
          d={angle % 45 === 0 ? 'M0-66V-58' : 'M0-66V-60'}
          transform={`rotate(${angle})`}
          className="stroke-ink"
          strokeWidth={angle % 45 === 0 ? 1.4 : 0.7}
        />
      ))}
      {quarters.flatMap((quarter) =>
        [22.5, 67.5].map((angle) => (
          <Needle key={quarter + angle} angle={quarter + angle} length={44} width={5} />
        )),
      )}
      {quarters.map((quarter) => (
        <Needle key={quarter} angle={quarter + 45} length={62} width={8} />
      ))}
      {quarters.map((quarter) => (
        <Needle key={quarter} angle={quarter} length={88} width={10} />
      ))}
      <path
        d="M0-118C-5-110-6-104-1-98C-9-98-13-104-12-109C-18-101-11-93-3-93H3C11-93 18-101 12-109C13-104 9-98 1-98C6-104 5-110 0-118Z"
        className="fill-accent-text"
      />
      <circle r="5" className="fill-surface stroke-ink" strokeWidth="0.8" />
      <circle r="1.8" className="fill-accent-text" />
    </g>
  )
}
