import { customType, datetime, varchar } from 'drizzle-orm/mysql-core'

/** An id made by the application; ASCII, so that indexes stay small and compare by bytes. */
export const idColumn = customType<{ data: string }>({ dataType: () => 'varchar(17) character set ascii collate ascii_bin' })

/** A short code, key or path of ASCII letters. */
export const asciiColumn = customType<{ data: string; config: { length: number } }>({
  dataType: (config) => `varchar(${config?.length ?? 64}) character set ascii collate ascii_bin`,
})

/** At most so many bytes. */
export const bytesColumn = customType<{ data: Buffer; config: { length: number } }>({
  dataType: (config) => `varbinary(${config?.length ?? 1})`,
})

/** An instant in UTC with milliseconds. */
export const instantColumn = (name: string) => datetime(name, { mode: 'date', fsp: 3 })

/** A calendar day in Shanghai, kept as text on both sides so that no time zone can move it. */
export const dayColumn = customType<{ data: string }>({ dataType: () => 'date' })

/** One of a few words; the table states them in a CHECK. */
export const wordColumn = <T extends string>(name: string) => varchar(name, { length: 24 }).$type<T>()

/** JSON that arrives parsed on both servers: MySQL's driver parses it, MariaDB sends text. */
export const jsonColumn = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'json',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as T) : (value as T)),
  })(name)
