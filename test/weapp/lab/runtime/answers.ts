export interface Options {
  success?: (result: object) => void
  fail?: (fault: { errMsg: string }) => void
  complete?: (result: object) => void
  [key: string]: unknown
}

/** WeChat answers after the call has returned. */
export function succeed(options: Options | undefined, name: string, data: object = {}): void {
  setTimeout(() => {
    const result = { errMsg: `${name}:ok`, ...data }
    options?.success?.(result)
    options?.complete?.(result)
  })
}

export function fail(options: Options | undefined, name: string, why: string): void {
  setTimeout(() => {
    const fault = { errMsg: `${name}:fail ${why}` }
    options?.fail?.(fault)
    options?.complete?.(fault)
  })
}
