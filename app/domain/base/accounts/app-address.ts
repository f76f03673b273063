/** 验证器地址: what the QR code says to the app: whose code this is, and the secret. */
export function appAddress(secret: string, username: string): string {
  return `otpauth://totp/${encodeURIComponent(`Tongyou:${username}`)}?secret=${encodeURIComponent(secret)}&issuer=Tongyou`;
}
