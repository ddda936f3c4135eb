/** What whoever keeps the machine wants to know of it, each check with what to do where it is not well. */

import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { backupNamed } from './backups.ts'
import { checkpointFile } from './checkpoints.ts'
import type { Configuration } from './configuration.ts'
import { formatChinese } from './law/day.ts'
import { dayAt } from './office/beijing-time.ts'
import type { Carrier, Moment } from './office/ports.ts'
import { readerVersion } from './reader/version.ts'
import { readinessOf } from './readiness.ts'
import { JobRuns } from './store/job-runs.ts'
import { migrations } from './store/migrations/index.ts'
import type { Store } from './store/store.ts'
import type { Installation, InstallationCheck } from './web/http/parts.ts'

/** A backup or checkpoint older than that is amiss: both are made daily. */
const staleHours = 36
/** Bytes on the disk below which it is time to do something. */
const scarce = 2 * 1024 ** 3

interface InstallationParts {
  readonly store: Store
  readonly configuration: Configuration
  readonly carriers: readonly Carrier[]
  readonly now: () => Moment
}

export const installationOf = async ({
  store,
  configuration,
  carriers,
  now,
}: InstallationParts): Promise<Installation> => {
  const { GONGKAI_DATA, DATABASE_URL, BACKUP_FOLDER } = configuration
  const at = now()
  const [readiness, backup, checkpoint, disk, runs, failed] = await Promise.all([
    readinessOf(store, carriers),
    BACKUP_FOLDER === undefined ? null : lastBackup(BACKUP_FOLDER),
    writtenAt(checkpointFile(GONGKAI_DATA)),
    freeBytes(GONGKAI_DATA),
    new JobRuns(store).last(),
    store.dispatch.givenUp(100),
  ])
  return {
    version: readerVersion,
    node: process.version,
    database: DATABASE_URL === undefined ? '内嵌数据库（PGlite）' : 'PostgreSQL',
    schema: Object.keys(migrations).at(-1) ?? '',
    at,
    checks: [
      ...readiness.checks.map(({ name, ok, detail }) => ({
        name: readinessNames[name] ?? name,
        ok,
        detail,
        remedy: ok ? null : (readinessRemedies[name] ?? null),
      })),
      backupCheck(BACKUP_FOLDER !== undefined, backup, at),
      checkpointCheck(checkpoint, at),
      diskCheck(disk),
    ],
    jobs: runs.map((run) => ({ ...run, caption: jobNames[run.job] ?? run.job })),
    failed,
  }
}

const readinessNames: Readonly<Record<string, string>> = {
  database: '数据库',
  outbox: '待发消息',
  carriers: '发送渠道',
}

const readinessRemedies: Readonly<Record<string, string>> = {
  database: '检查数据库是否在运行、磁盘是否已满，然后重新启动服务。',
  outbox: '在下面查看未能发出的消息和原因；原因排除后重新发送。',
  carriers: '按运行手册设置该渠道的参数；不用短信、邮件的，可以不处理。',
}

const jobNames: Readonly<Record<string, string>> = {
  gatherLinks: '收集正文中的站外链接',
  countVisits: '新机关的信息开始计阅读次数',
  recount: '重算在办件的期限',
  checkpoint: '保存日志校验点',
  backup: '备份',
  sweep: '每日巡查和提醒',
  forgetKeys: '清理过期的重复提交记录',
  forgetSessions: '清理过期的登录',
  forgetRuns: '清理过期的任务记录',
}

const hoursBetween = (from: Moment, to: Moment): number => (Date.parse(to) - Date.parse(from)) / 3_600_000

function backupCheck(made: boolean, last: Written | null, at: Moment): InstallationCheck {
  const name = '最近一次备份'
  if (!made)
    return {
      name,
      ok: false,
      detail: '没有设置自动备份',
      remedy: '设置 BACKUP_FOLDER 后重新启动，服务每天凌晨自动备份；备份文件另存一份到其他机器。',
    }
  const ok = last !== null && hoursBetween(last.at, at) <= staleHours
  const remedy = '检查备份文件夹是否可写、磁盘是否已满；可以先运行 gongkai backup 手工备份。'
  const detail =
    last === null ? '还没有备份' : `${formatChinese(dayAt(last.at))}，${Math.ceil(last.bytes / 1024 ** 2)} MB`
  return { name, ok, detail, remedy: ok ? null : remedy }
}

function checkpointCheck(last: Written | null, at: Moment): InstallationCheck {
  const ok = last !== null && hoursBetween(last.at, at) <= staleHours
  return {
    name: '日志校验点',
    ok,
    detail: last === null ? '还没有校验点' : `最近一次保存于 ${formatChinese(dayAt(last.at))}`,
    remedy: ok
      ? null
      : '每天零点以后自动保存；超过一天没有的，查看下面的任务是否出错，检查数据文件夹是否可写。',
  }
}

function diskCheck(free: number | null): InstallationCheck {
  const ok = free === null || free >= scarce
  return {
    name: '磁盘剩余空间',
    ok,
    detail: free === null ? '无法读取' : `${(free / 1024 ** 3).toFixed(1)} GB`,
    remedy: ok ? null : '清理或者扩大数据文件夹所在的磁盘；已另存的旧备份可以移走。磁盘写满后服务不能办理。',
  }
}

interface Written {
  readonly at: Moment
  readonly bytes: number
}

async function lastBackup(folder: string): Promise<Written | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => backupNamed.test(name))
  const last = names.toSorted().at(-1)
  return last === undefined ? null : writtenAt(join(folder, last))
}

async function writtenAt(path: string): Promise<Written | null> {
  const found = await stat(path).catch(() => null)
  return found && { at: found.mtime.toISOString(), bytes: found.size }
}

async function freeBytes(folder: string): Promise<number | null> {
  const found = await statfs(folder).catch(() => null)
  return found && found.bavail * found.bsize
}
