// The phone around the pages. Lengths are WeChat's own where it documents them.
export const NAV_HEIGHT = 44
export const STATUS_HEIGHT = 44
export const TAB_HEIGHT = 56
export const CAPSULE = { width: 87, height: 32, right: 7 }

export const baseStyle = `
:root { --rpx: calc(100vw / 750); color-scheme: light dark }
body { margin: 0; overflow: hidden; font: 16px/1.4 "Noto Sans CJK SC", sans-serif }
mp-frame { position: fixed; left: 0; right: 0; display: block; transform: translateZ(0) }
mp-scroller { position: absolute; inset: 0; display: block; overflow-y: auto }
wx-text { white-space: pre-line }
wx-view, wx-scroll-view, wx-swiper, wx-swiper-item, wx-form, wx-picker, wx-image, wx-label, wx-input, wx-textarea { display: block }
wx-image { width: 320px; height: 240px; overflow: hidden }
wx-image > img { display: block; width: 100%; height: 100% }
wx-canvas { display: block; width: 300px; height: 150px }
wx-canvas > canvas { width: 100%; height: 100% }
wx-scroll-view[scroll-y] { overflow-y: auto }
wx-scroll-view[scroll-x] { overflow-x: auto }
wx-button { display: block; padding: 0 14px; border-radius: 5px; background: #f8f8f8; box-sizing: border-box; text-align: center; line-height: 2.55; font-size: 18px }
wx-input > input, wx-textarea > textarea { width: 100%; height: 100%; padding: 0; border: 0; background: none; box-sizing: border-box; color: inherit; font: inherit; outline: 0; resize: none }
#mp-nav { position: fixed; z-index: 5; top: 0; left: 0; right: 0; display: flex; height: ${NAV_HEIGHT}px; padding-top: ${STATUS_HEIGHT}px; align-items: center; justify-content: center; font-size: 17px; font-weight: 600 }
#mp-nav button { position: absolute; left: 8px; width: 40px; height: 40px; border: 0; background: none; color: inherit; font-size: 24px }
#mp-capsule { position: fixed; z-index: 6; top: ${STATUS_HEIGHT + 6}px; right: ${CAPSULE.right}px; width: ${CAPSULE.width}px; height: ${CAPSULE.height}px; border: 1px solid #8884; border-radius: 99px; box-sizing: border-box; pointer-events: none }
#mp-tabs { position: fixed; z-index: 5; bottom: 0; left: 0; right: 0; display: flex; height: ${TAB_HEIGHT}px; border-top: 1px solid #8883; box-sizing: border-box }
#mp-tabs button { flex: 1; padding: 4px 0 0; border: 0; background: none; font: 10px/1.3 "Noto Sans CJK SC", sans-serif }
#mp-tabs img { display: block; width: 28px; height: 28px; margin: 0 auto 1px }
#mp-toast { position: fixed; z-index: 99; top: 45%; left: 50%; max-width: 70vw; padding: 12px 16px; border-radius: 8px; background: #4c4c4c; color: #fff; font-size: 14px; transform: translateX(-50%); pointer-events: none }`
