/* What the processor can. The structure is generated from the image builder's own declaration. */
#include <cpuid.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "amd64cpufeatures.h"
#define BIT(r, n) (((r) >> (n)) & 1u)
static uint64_t xgetbv0(void) {
  uint32_t a, d;
  __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(0));
  return ((uint64_t)d << 32) | a;
}
void determineCPUFeatures(CPUFeatures *f) {
  uint32_t a, b, c, d, max, emax;
  memset(f, 0, sizeof *f);
  if (!__get_cpuid(0, &max, &b, &c, &d)) return;
  int intel = (b == 0x756e6547 && d == 0x49656e69 && c == 0x6c65746e);
  uint64_t xcr0 = 0;
  uint32_t l1c = 0, l1d = 0;
  if (max >= 1) {
    __cpuid(1, a, b, l1c, l1d);
    f->fCX8 = BIT(l1d, 8);
    f->fCMOV = BIT(l1d, 15);
    f->fFLUSH = BIT(l1d, 19);
    f->fMMX = BIT(l1d, 23);
    f->fFXSR = BIT(l1d, 24);
    f->fSSE = BIT(l1d, 25);
    f->fSSE2 = BIT(l1d, 26);
    f->fHT = BIT(l1d, 28);
    f->fTSC = BIT(l1d, 4);
    f->fSSE3 = BIT(l1c, 0);
    f->fCLMUL = BIT(l1c, 1);
    f->fSSSE3 = BIT(l1c, 9);
    f->fSSE4_1 = BIT(l1c, 19);
    f->fSSE4_2 = BIT(l1c, 20);
    f->fPOPCNT = BIT(l1c, 23);
    f->fAES = BIT(l1c, 25);
    f->fHV = BIT(l1c, 31);
    if (BIT(l1c, 27)) xcr0 = xgetbv0();
  }
  int avx_os = (xcr0 & 6) == 6, avx512_os = (xcr0 & 0xe6) == 0xe6;
  if (avx_os && BIT(l1c, 28)) {
    f->fAVX = 1;
    f->fVZEROUPPER = 1;
    f->fF16C = BIT(l1c, 29);
    f->fFMA = BIT(l1c, 12);
  }
  if (max >= 7) {
    uint32_t ma;
    __cpuid_count(7, 0, ma, b, c, d);
    f->fBMI1 = BIT(b, 3);
    f->fBMI2 = BIT(b, 8);
    f->fERMS = BIT(b, 9);
    f->fRTM = BIT(b, 11);
    f->fADX = BIT(b, 19);
    f->fFLUSHOPT = BIT(b, 23);
    f->fCLWB = BIT(b, 24);
    f->fSHA = BIT(b, 29);
    f->fPKU = BIT(c, 3);
    f->fOSPKE = BIT(c, 4);
    f->fGFNI = BIT(c, 8);
    f->fRDPID = BIT(c, 22);
    f->fCET_SS = BIT(c, 7);
    f->fFSRM = BIT(d, 4);
    f->fSERIALIZE = BIT(d, 14);
    f->fCET_IBT = BIT(d, 20);
    if (f->fAVX) {
      f->fAVX2 = BIT(b, 5);
      if (avx512_os && BIT(b, 16)) {
        f->fAVX512F = 1;
        f->fAVX512DQ = BIT(b, 17);
        f->fAVX512_IFMA = BIT(b, 21);
        f->fAVX512PF = BIT(b, 26);
        f->fAVX512ER = BIT(b, 27);
        f->fAVX512CD = BIT(b, 28);
        f->fAVX512BW = BIT(b, 30);
        f->fAVX512VL = BIT(b, 31);
        f->fAVX512_VBMI = BIT(c, 1);
        f->fAVX512_VBMI2 = BIT(c, 6);
        f->fAVX512_VAES = BIT(c, 9);
        f->fAVX512_VPCLMULQDQ = BIT(c, 10);
        f->fAVX512_VNNI = BIT(c, 11);
        f->fAVX512_BITALG = BIT(c, 12);
        f->fAVX512_VPOPCNTDQ = BIT(c, 14);
        f->fAVX512_FP16 = BIT(d, 23);
      }
    }
    if (ma >= 1) {
      __cpuid_count(7, 1, a, b, c, d);
      if (f->fAVX2) {
        f->fSHA512 = BIT(a, 0);
        f->fAVX_IFMA = BIT(a, 23);
      }
      if (BIT(d, 21) && (xcr0 & (1u << 19))) f->fAPX_F = 1;
      if (BIT(d, 19) && f->fAVX512F && max >= 0x24) {
        uint32_t va, vb;
        __cpuid_count(0x24, 0, va, vb, c, d);
        f->fAVX10_1 = (vb & 0xff) >= 1;
        f->fAVX10_2 = (vb & 0xff) >= 2;
      }
    }
  }
  __cpuid(0x80000000, emax, b, c, d);
  if (emax >= 0x80000001) {
    __cpuid(0x80000001, a, b, c, d);
    f->fLZCNT = BIT(c, 5);
    f->fSSE4A = BIT(c, 6);
    f->fRDTSCP = BIT(d, 27);
    f->fAMD_3DNOW_PREFETCH = BIT(c, 8) || (!intel && BIT(d, 31));
  }
  if (emax >= 0x80000007) {
    __cpuid(0x80000007, a, b, c, d);
    f->fTSCINV_BIT = BIT(d, 8);
    f->fTSCINV = f->fTSCINV_BIT && f->fTSC;
  }
}
int checkCPUFeatures(const uint8_t *mask) {
  union {
    CPUFeatures f;
    uint64_t w[(sizeof(CPUFeatures) + 7) / 8];
  } u;
  memset(&u, 0, sizeof u);
  determineCPUFeatures(&u.f);
  for (size_t i = 0; i < sizeof u.w / sizeof u.w[0]; i++) {
    uint64_t m;
    memcpy(&m, mask + 8 * i, 8);
    if (~(m | u.w[i])) return 1;
  }
  return 0;
}
int checkCPUFeaturesOrExit(const uint8_t *mask, const char *msg) {
  if (checkCPUFeatures(mask)) {
    fputs(msg, stderr);
    exit(1);
  }
  return 0;
}
