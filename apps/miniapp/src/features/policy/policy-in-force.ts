import type { PolicyKind, PolicyVersion } from '@yijian/shared/policy/shapes'

type VersionOf<K extends PolicyKind> = Extract<PolicyVersion, { kind: K }>

/** The version of one kind that is in force on a Shanghai day: the latest that has begun. */
export function policyInForce<K extends PolicyKind>(versions: readonly PolicyVersion[], kind: K, day: string): VersionOf<K> | undefined {
  return versions
    .filter((version): version is VersionOf<K> => version.kind === kind && version.inForceFrom <= day)
    .reduce<VersionOf<K> | undefined>(
      (latest, version) => (latest && latest.inForceFrom >= version.inForceFrom ? latest : version),
      undefined,
    )
}
