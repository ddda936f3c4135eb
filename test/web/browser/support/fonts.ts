/** Chinese fonts for a browser on a machine that has none, so that pictures and widths mean something. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = ['noto-sans-sc', 'noto-serif-sc'].map((name) =>
  dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}/package.json`))),
)

/** Whether fontconfig knows a Chinese font. Where there is no fontconfig, the system answers for its fonts. */
function hasChinese(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return process.platform !== 'linux'
  }
}

/** Environment in which a browser finds Chinese fonts: the system's, else those of the packages. */
export function fontEnvironment(): Readonly<Record<string, string>> {
  if (hasChinese()) return {}
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-fonts-'))
  const config = join(folder, 'fonts.conf')
  const places = [...packages, '/usr/share/fonts'].map((place) => `<dir>${place}</dir>`).join('')
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig>${places}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  )
  return { FONTCONFIG_FILE: config }
}
