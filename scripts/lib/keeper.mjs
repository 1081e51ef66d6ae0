/**
 * Keeps one database server for whoever is connected to its door, and ends it when the last one has gone.
 * The system closes the connections of a dead process, so nothing is left behind even by kill -9.
 */
import { rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { startServer } from './server.mjs'

/** @typedef {import('node:net').Socket} Socket */
/** @type {import('./server.mjs').Setup & { door: string }} */
const { door, ...setup } = JSON.parse(process.argv[2] ?? '{}')

/** Who uses the server, and who left last and waits to hear that it has ended. */
const guests = /** @type {Set<Socket>} */ (new Set())
const leaving = /** @type {Set<Socket>} */ (new Set())
let greeting = ''
let closing = false
let allLeft = () => {}

const gate = createServer({ allowHalfOpen: true }, (guest) => {
  guests.add(guest)
  guest.write(greeting)
  guest.on('error', () => guest.destroy())
  guest.on('end', () => farewell(guest))
  guest.on('close', () => farewell(guest))
  guest.resume()
})

/** @param {Socket} guest */
function farewell(guest) {
  if (!guests.delete(guest)) return
  if (guests.size > 0) return void guest.end()
  leaving.add(guest)
  allLeft()
}

/** @param {{ url: string } | { error: string }} news */
function tell(news) {
  greeting = `${JSON.stringify(news)}\n`
  for (const guest of guests) guest.write(greeting)
}

async function keep() {
  do {
    const empty = new Promise((resolve) => (allLeft = () => resolve(true)))
    const server = await startServer(setup)
    tell({ url: server.url })
    const left = guests.size === 0 || closing || (await Promise.race([empty, server.ended.then(() => false)]))
    // Who comes from here on waits for the next round; who was here when the server broke is told by the hang-up.
    greeting = ''
    if (!left) for (const guest of guests) guest.destroy()
    if (!left) guests.clear()
    server.stop()
    await server.ended
    for (const guest of leaving) guest.end()
    leaving.clear()
  } while (guests.size > 0 && !closing)
}

function end() {
  rmSync(setup.throwaway ? setup.folder : door, { recursive: true, force: true })
  // A moment for the last words to be read.
  setTimeout(() => process.exit(), 50)
}

process.on('SIGTERM', () => ((closing = true), allLeft()))

// A door that nobody answers is left from a crash; one that is answered has a keeper already.
gate.on('error', () => {
  const other = createConnection(door, () => process.exit())
  other.on('error', () => (rmSync(door, { force: true }), gate.listen(door)))
})
gate.on(
  'listening',
  () =>
    void keep()
      .catch((error) => tell({ error: error.message }))
      .finally(end),
)
gate.listen(door)
