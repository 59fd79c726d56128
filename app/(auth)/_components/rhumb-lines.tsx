const winds = Array.from({ length: 32 }, (_, wind) => (wind * Math.PI) / 16)
const centre = { x: 300, y: 300 }
const reach = 900

/** Lines of the 32 winds from one rose, as on an old sea chart. Decoration only. */
export function RhumbLines() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 600 600"
      className="pointer-events-none absolute inset-0 size-full text-ink opacity-[0.06] dark:opacity-[0.09] print:hidden"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      stroke="currentColor"
      strokeWidth="0.6"
    >
      {winds.map((angle, wind) => (
        <line
          key={angle}
          x1={centre.x}
          y1={centre.y}
          x2={(centre.x + reach * Math.cos(angle)).toFixed(1)}
          y2={(centre.y + reach * Math.sin(angle)).toFixed(1)}
          strokeOpacity={wind % 4 === 0 ? 1 : 0.5}
        />
      ))}
      <circle cx={centre.x} cy={centre.y} r="120" />
      <circle cx={centre.x} cy={centre.y} r="250" />
    </svg>
  )
}
