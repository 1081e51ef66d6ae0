import mysql from 'mysql2/promise'

const ACCESS_DENIED = new Set([1045, 1044, 1698])

/** The restricted login where it exists, else the owner's own. */
export async function chooseLogin(restrictedUrl: string, ownerUrl: string): Promise<{ url: string; restricted: boolean }> {
  try {
    const connection = await mysql.createConnection({ uri: restrictedUrl })
    await connection.end()
    return { url: restrictedUrl, restricted: true }
  } catch (error) {
    if (!ACCESS_DENIED.has((error as { errno?: number }).errno ?? 0)) throw error
    return { url: ownerUrl, restricted: false }
  }
}
