# Dipakai oleh pemasang: menambah (atau mencabut) folder skp pada PATH pengguna dan pelengkap perintah PowerShell.
param([switch]$Pasang, [switch]$Hapus)
$folder = Split-Path -Parent $MyInvocation.MyCommand.Path
$lama = [Environment]::GetEnvironmentVariable('Path', 'User')
$bagian = @($lama -split ';' | Where-Object { $_ -and $_ -ne $folder })
if ($Pasang) { $bagian += $folder }
[Environment]::SetEnvironmentVariable('Path', ($bagian -join ';'), 'User')

$profil = $PROFILE.CurrentUserAllHosts
$baris = ". `"$folder\skp-pelengkap.ps1`" # skp"
$isi = @(if (Test-Path $profil) { Get-Content $profil | Where-Object { $_ -notmatch '# skp$' } })
if ($Pasang) {
    & "$folder\skp.exe" pelengkap powershell | Set-Content -Encoding UTF8 "$folder\skp-pelengkap.ps1"
    New-Item -ItemType Directory -Force (Split-Path -Parent $profil) | Out-Null
    $isi += $baris
}
if ($Pasang -or (Test-Path $profil)) { $isi | Set-Content -Encoding UTF8 $profil }
if ($Hapus) { Remove-Item -Force -ErrorAction SilentlyContinue "$folder\skp-pelengkap.ps1" }
