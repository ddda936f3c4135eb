/** The operations of the command line, done on the database and the machine. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { NotDone, Operations } from './cli/operations.ts'
import { type Configuration, readConfiguration, type Surroundings } from './configuration.ts'
import { demonstrationAccounts, demonstrationOf, prepareDemonstration, someStaff } from './demonstration.ts'
import { backUpInto, rebuildOrgans, restoreInto, verifyOrgans } from './maintenance.ts'
import { demonstrationPassword } from './office/demonstration/county.ts'
import { roles } from './office/requests/index.ts'
import { openHouse } from './open-house.ts'
import { type Pages, startService } from './service.ts'
import { stopAsked } from './stop-asked.ts'
import type { Store } from './store/store.ts'
import { bareError } from './web/http/log.ts'
import { loadWebBuild } from './web/pages-handler.ts'
import { realWorld, type World } from './world.ts'

/** Milliseconds for what is under way when the service is told to stop. */
const patience = 20_000

export const operationsOn = (surroundings: Surroundings, world: World = realWorld): Operations => {
  const configured = async <T>(
    work: (configuration: Configuration) => Promise<T | NotDone>,
  ): Promise<T | NotDone> => {
    const configuration = readConfiguration(surroundings)
    return 'failure' in configuration ? configuration : work(configuration)
  }
  const opened = <T>(
    work: (store: Store, configuration: Configuration) => Promise<T | NotDone>,
  ): Promise<T | NotDone> =>
    configured(async (configuration) => {
      const store = await openHouse(configuration, { now: world.now, migrates: false })
      if ('failure' in store) return store
      try {
        return await work(store, configuration)
      } finally {
        await store.close()
      }
    })
  return {
    serve: (say) => configured((configuration) => serve(configuration, world, say)),
    demo: (say) => configured((configuration) => demo(configuration, world, say)),
    migrate: () => configured((configuration) => migrate(configuration, world)),
    verify: (organ) => opened((store, configuration) => verifyOrgans(store, configuration, organ)),
    rebuild: (organ) => opened((store) => rebuildOrgans(store, organ)),
    backup: (path) => opened((store) => backUpInto(store, path)),
    restore: (path, into) =>
      configured((configuration) => restoreInto(configuration, path, into, world.now())),
  }
}

const serve = async (
  configuration: Configuration,
  world: World,
  say: (line: string) => void,
  demonstration: Pages['demonstration'] = [],
): Promise<null | NotDone> => {
  dieWithoutWords()
  const asked = stopAsked()
  const pages = await pagesWith(demonstration)
  if (pages === null)
    say('没有建好的网页，只提供接口；在软件所在的文件夹运行 npm run build:web，再重新启动。')
  const service = await startService(configuration, world, pages)
  if ('failure' in service) return service
  say(`服务已启动：${service.address}`)
  if (service.setUpCode !== null)
    say(`首次使用，请打开 ${service.address}/set-up 登记本机关和三名管理员，启用码：${service.setUpCode}`)
  await asked
  say(`正在停止：等待进行中的办理结束，最多 ${patience / 1000} 秒……`)
  await service.stop(patience)
  say('服务已停止。')
  return null
}

/** The pages as `npm run build:web` built them; null where it did not. */
const pagesWith = async (demonstration: Pages['demonstration']): Promise<Pages | null> => {
  const folder = join(import.meta.dirname, '..', 'build')
  if (!existsSync(join(folder, 'server', 'index.js'))) return null
  return { build: await loadWebBuild(folder), demonstration }
}

const demo = async (
  configuration: Configuration,
  world: World,
  say: (line: string) => void,
): Promise<null | NotDone> => {
  const fault = await prepareDemonstration(configuration, world, say)
  if (fault !== null) return fault
  say('示例县的机关、人员、申请都是编造的。')
  say(`可以登录的账号（密码都是 ${demonstrationPassword}）：`)
  for (const { account, role } of someStaff) say(`  ${account.padEnd(18)} ${roles[role]}`)
  return serve(demonstrationOf(configuration), world, say, demonstrationAccounts)
}

const migrate = async (
  configuration: Configuration,
  { now }: World,
): Promise<{ readonly changed: boolean } | NotDone> => {
  const before = await openHouse(configuration, { now, migrates: false })
  const store =
    'failure' in before && before.failure === 'outdatedSchema'
      ? await openHouse(configuration, { now, migrates: true })
      : before
  if ('failure' in store) return store
  await store.close()
  return { changed: store !== before }
}

/** A bug that reaches the top ends the process, but its text, which may quote what was worked on, is not written. */
const dieWithoutWords = (): void => {
  const die = (error: unknown) => {
    process.stderr.write(`${JSON.stringify({ level: 60, err: bareError(error), msg: 'died' })}\n`)
    process.exit(70)
  }
  process.on('uncaughtException', die).on('unhandledRejection', die)
}
