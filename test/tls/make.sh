#!/usr/bin/env bash
# Makes the certificates of these tests anew, valid for a hundred years: two authorities, and of each a
# certificate for 127.0.0.1 and localhost, one for another host, and one of a client. Their keys protect
# nothing.
set -euo pipefail
cd "$(dirname "$0")"
days=36500
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key.pem" 2>/dev/null; }
# sign NAME AUTHORITY EXTENSIONS
sign() {
  key "$1"
  openssl req -new -key "$1.key.pem" -subj "/CN=$1" |
    openssl x509 -req -days $days -CA "$2.pem" -CAkey "$2.key.pem" -out "$1.pem" -extfile <(printf '%s\n' "$3") 2>/dev/null
}
for authority in own foreign; do
  key $authority
  openssl req -x509 -new -key $authority.key.pem -subj "/CN=$authority authority of tests" -days $days -out $authority.pem
  sign $authority-server $authority 'subjectAltName=IP:127.0.0.1,DNS:localhost'
  sign $authority-client $authority 'extendedKeyUsage=clientAuth'
done
sign own-elsewhere own 'subjectAltName=DNS:elsewhere.example.org'
rm own.key.pem foreign.key.pem
