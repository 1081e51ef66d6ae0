/** On WeChat each page dresses itself; nothing stands around them. */
export function useDeviceLook(): void {}
