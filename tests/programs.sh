#!/bin/sh
# Fetches the programs that read our rules into build/programs, where they can be had: Postfix'
# postmap from Debian's packages, unpacked and not installed, and ZoneMTA from npm's.
set -u
zonemta=@zone-eu/zone-mta@3.11.0
digest=87a97f864926a86bb553dbaaee6bb16e2dba1fc9814f8e4b0ebd42d24f856773
mkdir -p build/programs && cd build/programs || exit 1

if [ ! -x postfix/usr/sbin/postmap ] && command -v apt-get >/dev/null 2>&1; then
    rm -rf postfix && mkdir postfix && (
        cd postfix || exit
        apt-get download -qq postfix postfix-pcre >/dev/null 2>&1 || {
            apt-get update -qq && apt-get download -qq postfix postfix-pcre
        } >/dev/null 2>&1
        for package in *.deb; do dpkg-deb -x "$package" . && rm "$package"; done
        mkdir settings
        # Its own user and group are made only where it is installed.
        printf 'mail_owner = daemon\nsetgid_group = mail\n' >settings/main.cf
        printf 'compatibility_level = 3.6\nshlib_directory = %s\nmeta_directory = %s\n' \
            "$PWD/usr/lib/postfix" "$PWD/settings" >>settings/main.cf
        printf 'pcre\tpostfix-pcre.so\tdict_pcre_open\n' >settings/dynamicmaps.cf
    )
fi

if [ ! -d package ] && command -v npm >/dev/null 2>&1; then
    name=$(npm pack --silent "$zonemta" 2>/dev/null) &&
        echo "$digest  $name" | sha256sum --check --quiet && tar -xzf "$name"
    rm -f -- *.tgz
fi
exit 0
