/** The files that were dropped; of folders, all that lie in them. Hidden files are left out. */
export async function droppedFiles(dropped: DataTransfer): Promise<readonly File[]> {
  // Entries have to be asked for before anything is waited for; after that the browser has forgotten them.
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files = [...dropped.files]
  const found = entries.length === 0 ? files : (await Promise.all(entries.map(filesIn))).flat()
  return found.filter(({ name }) => !name.startsWith('.'))
}

async function filesIn(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile)
    return [
      await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    ]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const all: FileSystemEntry[] = []
  // A directory is told in parts, until a part is empty.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) break
    all.push(...part)
  }
  return (await Promise.all(all.map(filesIn))).flat()
}
