import { create } from 'qrcode'

interface QrProps {
  /** An address of our own without anything personal in it, or the secret of an authenticator as otpauth://. */
  readonly address: string
  /** What it leads to: 查询办理进度. */
  readonly label: string
}

/** Modules of quiet ground around the code, as the standard asks. */
const quiet = 4

/** An address to be taken up by a phone, drawn sharp at any size. */
export function Qr({ address, label }: QrProps) {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules
  const dark = [...data.keys()].filter((index) => data[index])
  const path = dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join('')
  const side = size + 2 * quiet
  return (
    <svg
      className="qr"
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      role="img"
      aria-label={`二维码：${label}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
