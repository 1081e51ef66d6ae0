import { createConnection } from 'node:net'
import { Sentence } from './sentence.mjs'

/** @typedef {{ flavour: 'MariaDB' | 'MySQL', version: string, recentEnough: boolean }} Release */

const oldest = { MariaDB: [10, 11, 0], MySQL: [8, 0, 16] }

/** Reads a version as servers print it: `8.0.36`, `10.11.19-MariaDB`, `5.5.5-10.11.19-MariaDB`. @param {string} text @returns {Release} */
export function readRelease(text) {
  const flavour = /mariadb/i.test(text) ? 'MariaDB' : 'MySQL'
  const parts = (/(\d+)\.(\d+)\.(\d+)/.exec(text.replace(/^5\.5\.5-/, '')) ?? [0, 0, 0, 0]).slice(1).map(Number)
  const order = parts.map((part, at) => Math.sign(part - (oldest[flavour][at] ?? 0))).find((sign) => sign !== 0) ?? 0
  return { flavour, version: parts.join('.'), recentEnough: order >= 0 }
}

/**
 * Asks a server for its version. MySQL's protocol greets with it before any login, so no driver is needed.
 * @param {{ host: string, port: number }} address
 * @returns {Promise<Release>}
 */
export function askRelease({ host, port }) {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port, timeout: 5_000 })
    const fail = (/** @type {string} */ why) =>
      (socket.destroy(), reject(new Sentence(why)))
    socket.on('timeout', () => fail('it does not answer'))
    socket.on('error', (error) => fail(error.message))
    socket.on('end', () => fail('it closed the connection'))
    socket.once('data', (packet) => {
      socket.destroy()
      const text = packet.subarray(5).toString('latin1').split('\0')[0] ?? ''
      // The first byte after the header is the protocol version; 255 is a refusal with its reason.
      if (packet[4] === 10) resolve(readRelease(text))
      else
        fail(
          packet[4] === 255
            ? packet
                .subarray(7)
                .toString('latin1')
                .replaceAll(/[^ -~]/g, '')
            : 'it does not speak the MySQL protocol',
        )
    })
  })
}
