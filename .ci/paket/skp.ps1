# Dipakai oleh pemasang: menambah (atau mencabut) folder skp pada PATH pengguna dan pelengkap perintah PowerShell.
param([switch]$Pasang, [switch]$Hapus)
$folder = Split-Path -Parent $MyInvocation.MyCommand.Path

# Isi PATH dibaca tanpa menguraikan %NAMA% di dalamnya, supaya bagian lain tetap seperti ditulis pemiliknya.
$kunci = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey('Environment')
$lama = [string]$kunci.GetValue('Path', '', [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
$bagian = @($lama -split ';' | Where-Object { $_ -and $_ -ne $folder })
if ($Pasang) { $bagian += $folder }
if (($bagian -join ';') -ne $lama) {
    $kunci.SetValue('Path', ($bagian -join ';'), [Microsoft.Win32.RegistryValueKind]::ExpandString)
}
$kunci.Close()

# Satu baris di profil memuat pelengkap. Profil orang diubah bita demi bita: sandi hurufnya tidak diketahui.
$profil = $PROFILE.CurrentUserAllHosts
$latin = [Text.Encoding]::GetEncoding(28591)
$isi = ''
if (Test-Path -LiteralPath $profil) { $isi = $latin.GetString([IO.File]::ReadAllBytes($profil)) }
$utf16 = $isi.StartsWith([string][char]0xFF + [char]0xFE)
$tanpa = $isi -replace '(?m)^.*skp-pelengkap\.ps1.*\r?\n?', ''
$baru = $tanpa

# Tempat skrip dilarang (bawaan Windows), profil hanya akan memunculkan pesan galat setiap kali PowerShell dibuka.
$berlaku = @(Get-ExecutionPolicy -List | Where-Object { $_.Scope -ne 'Process' -and $_.ExecutionPolicy -ne 'Undefined' })
$boleh = $berlaku.Count -gt 0 -and "$($berlaku[0].ExecutionPolicy)" -in 'RemoteSigned', 'Unrestricted', 'Bypass'
$tempat = $folder.Replace($env:LOCALAPPDATA, '$env:LOCALAPPDATA')
if ($Pasang -and $boleh -and -not $utf16 -and $tempat -match '^[\x20-\x7e]+$') {
    if ($baru -and -not $baru.EndsWith("`n")) { $baru += "`r`n" }
    $baru += ". `"$tempat\skp-pelengkap.ps1`"`r`n"
}
if ($baru -ne $isi) {
    New-Item -ItemType Directory -Force (Split-Path -Parent $profil) | Out-Null
    [IO.File]::WriteAllBytes($profil, $latin.GetBytes($baru))
}
