; Per-user installer: no administrator rights. makensis -DVERSION=… -DSOURCE=FOLDER -DOUT=FILE skp.nsi
Unicode true
!include "WinMessages.nsh"
Target amd64-unicode
Name "skp ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\skp"
SetCompressor /SOLID lzma
SetDateSave off
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "skp"
VIAddVersionKey "FileDescription" "Pemasang skp: penutupan tahun kinerja"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT OR Apache-2.0"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\Indonesian.nlf"
Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

; A right-click entry "Nilai dengan skp" for one kind of file.
!macro KLIK_KANAN EXT
  WriteRegStr HKCU "Software\Classes\SystemFileAssociations\${EXT}\shell\skp" "" "Nilai dengan skp"
  WriteRegStr HKCU "Software\Classes\SystemFileAssociations\${EXT}\shell\skp" "Icon" "$INSTDIR\skp.exe"
  WriteRegStr HKCU "Software\Classes\SystemFileAssociations\${EXT}\shell\skp\command" "" '"$INSTDIR\skp.exe" --jendela "%1"'
!macroend
!macro HAPUS_KLIK_KANAN EXT
  DeleteRegKey HKCU "Software\Classes\SystemFileAssociations\${EXT}\shell\skp"
!macroend

; PATH and completions, by the PowerShell of Windows and by the newer one where there is one; both may be forbidden,
; and then nothing else depends on them. The last line tells programs that run already that PATH has changed.
!macro POWERSHELL WHAT
  nsExec::Exec `powershell -NoProfile -ExecutionPolicy Bypass -File "$INSTDIR\skp.ps1" ${WHAT}`
  Pop $0
  nsExec::Exec `pwsh -NoProfile -ExecutionPolicy Bypass -File "$INSTDIR\skp.ps1" ${WHAT}`
  Pop $0
  SendMessage ${HWND_BROADCAST} ${WM_WININICHANGE} 0 "STR:Environment" /TIMEOUT=5000
!macroend

Section
  SetOutPath "$INSTDIR"
  File "${SOURCE}\skp.exe"
  File "${SOURCE}\LICENSE-MIT"
  File "${SOURCE}\LICENSE-APACHE"
  File "${SOURCE}\LISENSI-PUSTAKA.txt"
  File "${SOURCE}\skp-pelengkap.ps1"
  File "${SOURCE}\skp.ps1"
  ; "Kirim ke": files and folders alike. With --jendela the program asks for what a command line would have said, and its
  ; window stays open. What is written without a folder goes to the user's documents.
  SetOutPath "$DOCUMENTS"
  CreateShortCut "$SENDTO\Nilai dengan skp.lnk" "$INSTDIR\skp.exe" "--jendela"
  CreateShortCut "$SENDTO\Periksa dengan skp.lnk" "$INSTDIR\skp.exe" "--jendela periksa"
  CreateDirectory "$SMPROGRAMS\skp"
  CreateShortCut "$SMPROGRAMS\skp\skp.lnk" "$INSTDIR\skp.exe" "--jendela"
  CreateShortCut "$SMPROGRAMS\skp\Panduan skp.lnk" "$INSTDIR\skp.exe" "--jendela panduan"
  !insertmacro KLIK_KANAN ".xlsx"
  !insertmacro KLIK_KANAN ".xlsm"
  !insertmacro KLIK_KANAN ".xlsb"
  !insertmacro KLIK_KANAN ".xls"
  !insertmacro KLIK_KANAN ".ods"
  !insertmacro KLIK_KANAN ".csv"
  WriteRegStr HKCU "Software\Classes\Directory\shell\skp" "" "Nilai folder ini dengan skp"
  WriteRegStr HKCU "Software\Classes\Directory\shell\skp\command" "" '"$INSTDIR\skp.exe" --jendela "%1"'
  ; `skp` is found by App Paths (Win+R, start) and in a terminal by the user's own PATH, which is only added to.
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\skp.exe" "" "$INSTDIR\skp.exe"
  !insertmacro POWERSHELL "-Pasang"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\skp" "DisplayName" "skp ${VERSION}"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\skp" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\skp" "UninstallString" '"$INSTDIR\hapus.exe"'
  WriteRegDWORD HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\skp" "NoModify" 1
  WriteUninstaller "$INSTDIR\hapus.exe"
SectionEnd

Section "Uninstall"
  !insertmacro POWERSHELL "-Hapus"
  Delete "$INSTDIR\skp.exe"
  Delete "$INSTDIR\LICENSE-MIT"
  Delete "$INSTDIR\LICENSE-APACHE"
  Delete "$INSTDIR\LISENSI-PUSTAKA.txt"
  Delete "$INSTDIR\skp-pelengkap.ps1"
  Delete "$INSTDIR\skp.ps1"
  Delete "$INSTDIR\hapus.exe"
  Delete "$SENDTO\Nilai dengan skp.lnk"
  Delete "$SENDTO\Periksa dengan skp.lnk"
  Delete "$SMPROGRAMS\skp\skp.lnk"
  Delete "$SMPROGRAMS\skp\Panduan skp.lnk"
  RMDir "$SMPROGRAMS\skp"
  !insertmacro HAPUS_KLIK_KANAN ".xlsx"
  !insertmacro HAPUS_KLIK_KANAN ".xlsm"
  !insertmacro HAPUS_KLIK_KANAN ".xlsb"
  !insertmacro HAPUS_KLIK_KANAN ".xls"
  !insertmacro HAPUS_KLIK_KANAN ".ods"
  !insertmacro HAPUS_KLIK_KANAN ".csv"
  DeleteRegKey HKCU "Software\Classes\Directory\shell\skp"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\skp.exe"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\skp"
  RMDir "$INSTDIR"
SectionEnd
