<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>dem</Name>
    <UserStyle>
      <Name>dem</Name>
      <Title>地形</Title>
      <Abstract>Terrain</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>0.85</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#F7F3E8" quantity="-100" opacity="0"/>
              <ColorMapEntry color="#F7F3E8" quantity="0" opacity="0"/>
              <ColorMapEntry color="#EEF0E0" quantity="1" opacity="1"/>
              <ColorMapEntry color="#F3EFDD" quantity="60" opacity="1" label="60 m"/>
              <ColorMapEntry color="#ECE4CD" quantity="150" opacity="1" label="150 m"/>
              <ColorMapEntry color="#E2D5B8" quantity="300" opacity="1" label="300 m"/>
              <ColorMapEntry color="#D5C3A2" quantity="500" opacity="1" label="500 m"/>
              <ColorMapEntry color="#C6B090" quantity="900" opacity="1"/>
              <ColorMapEntry color="#EDE7DC" quantity="1500" opacity="1"/>
            </ColorMap>
            <ShadedRelief>
              <ReliefFactor>1.6</ReliefFactor>
            </ShadedRelief>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
