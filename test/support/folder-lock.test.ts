import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { taken } from '../../scripts/folder-lock.ts'

const newLock = () => join(mkdtempSync(join(tmpdir(), 'gongkai-lock-')), 'lock')

test('one holds it until it is given back, however long that takes', () => {
  const lock = newLock()
  expect([taken(lock), taken(lock), taken(lock)]).toEqual([true, false, false])
  rmSync(lock, { recursive: true })
  expect(taken(lock)).toBe(true)
})

test('what somebody held who has died is free the next time', () => {
  const lock = newLock()
  mkdirSync(lock)
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(join(lock, 'holder'), String(pid))
  expect([taken(lock), taken(lock)]).toEqual([false, true])
})

test('one that was taken this moment is not taken away, though its holder has not said who they are', () => {
  const lock = newLock()
  mkdirSync(lock)
  expect([taken(lock), taken(lock)]).toEqual([false, false])
})
