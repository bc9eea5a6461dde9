#!/usr/bin/env bash
# Tries the two commands as a newcomer would: a fresh clone in a Debian 12 root that holds Python and nothing else.
#
#   packaging/try-bare-debian.sh                          dev.py test, then dev.py run --no-window
#   packaging/try-bare-debian.sh 'python3 dev.py check'   these commands instead, one after the other
#
# Needs root and mmdebstrap. apt's sources, pip's settings, proxies and certificates are this machine's own, as a
# newcomer's machine would have its own. What is tried is the committed state (HEAD). TMPDIR says where the root is
# made (about 2 GB); it is removed at the end, KEEP=1 leaves it.
set -euo pipefail

if [ "$(id -u)" -ne 0 ] || ! command -v mmdebstrap >/dev/null; then
    echo "try-bare-debian.sh: root and the program mmdebstrap (apt-get install mmdebstrap) are needed." >&2
    exit 2
fi

checkout=$(cd "$(dirname "$0")/.." && pwd)
root=$(mktemp -d "${TMPDIR:-/tmp}/bare-debian.XXXXXX")

clean_up() {
    if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
    if [ -n "${KEEP:-}" ]; then echo "kept: $root" >&2; else rm -rf --one-file-system "$root"; fi
}
trap clean_up EXIT

shopt -s nullglob
sources=()
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list; do
    if [ -s "$file" ]; then sources+=("$file"); fi
done
certificates=(/usr/local/share/ca-certificates/*.crt)

echo "making a bare Debian 12 in $root" >&2
mmdebstrap --quiet --variant=apt --include="python3${certificates:+,ca-certificates}" bookworm "$root" "${sources[@]}"
chmod 755 "$root"  # apt fetches as a user of its own
if [ -n "${certificates:-}" ]; then
    cp "${certificates[@]}" "$root/usr/local/share/ca-certificates/"
    env -u TMPDIR chroot "$root" update-ca-certificates >/dev/null 2>&1
fi
for file in /etc/apt/apt.conf.d/*proxy* /etc/pip.conf; do
    if [ -f "$file" ]; then cp "$file" "$root$file"; fi
done
mount -t proc proc "$root/proc"
git clone --quiet --no-local "$checkout" "$root/opt/hrdigitize"

settings=()
while IFS= read -r -d '' setting; do
    case $setting in
        PIP_*=* | http_proxy=* | https_proxy=* | no_proxy=* | SSL_CERT_*=*) settings+=("$setting") ;;
    esac
done < <(env -0)

if [ $# -eq 0 ]; then set -- "python3 dev.py test" "python3 dev.py run --no-window"; fi
for line in "$@"; do
    echo "== $line" >&2
    chroot "$root" env -i HOME=/root TERM=dumb PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        "${settings[@]}" sh -c "cd /opt/hrdigitize && $line" </dev/null
done
